import { digestOf, type Mutant } from './mutant.ts';
import { hash } from 'node:crypto';

export interface Choice {
  /** `FILE:LINE` or `FILE`. */
  readonly only?: string | undefined;
  /** The number of mutants that are chosen at random. */
  readonly sample?: number | undefined;
  readonly seed: string;
}

/** Returns the chosen mutants, in their order. */
export function chosenMutants(mutants: readonly Mutant[], { only, sample, seed }: Choice): Mutant[] {
  const within = mutants.filter(({ file, line }) => [undefined, file, `${file}:${line}`].includes(only));
  if (sample === undefined) return within;
  const byChance = within
    .map((mutant) => ({ mutant, rank: hash('sha256', `${seed} ${digestOf(mutant)}`) }))
    .sort((one, other) => (one.rank < other.rank ? -1 : 1));
  const drawn = new Set(byChance.slice(0, sample).map(({ mutant }) => mutant));
  return within.filter((mutant) => drawn.has(mutant));
}
