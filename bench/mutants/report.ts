import { oneLine, type Equivalent } from './equivalent.ts';
import { nameOf, type Mutant } from './mutant.ts';
import type { Trial } from './try-mutant.ts';

export interface Tried {
  readonly mutant: Mutant;
  readonly trial: Trial;
}

export interface Survivor {
  readonly where: string;
  readonly function: string;
  readonly source: string;
  readonly change: string;
}

export interface Report {
  readonly tried: number;
  readonly notViable: number;
  readonly caught: number;
  readonly equivalent: number;
  /** The share of caught mutants among those that can run and are not equivalent. */
  readonly score: number;
  readonly survivors: readonly Survivor[];
  /** Wrong entries of the list of equivalent mutants: the mutant is caught or does not exist. */
  readonly stale: readonly string[];
  readonly isGood: boolean;
}

/** Makes the report. `names` are the names of all mutants if all were tried; an entry for none of them is stale. */
export function reportOf(
  results: readonly Tried[],
  equivalents: ReadonlyMap<string, Equivalent>,
  names: ReadonlySet<string> | undefined,
): Report {
  const { caught, survived, 'not-viable': notViable } = byKind(results);
  const survivors = survived.filter(({ mutant }) => !equivalents.has(nameOf(mutant))).map(survivorOf);
  const wrong = [...caught, ...notViable]
    .map(({ mutant }) => nameOf(mutant))
    .filter((name) => equivalents.has(name));
  const unmatched = names === undefined ? [] : [...equivalents.keys()].filter((name) => !names.has(name));
  const stale = [
    ...wrong.map((name) => `listed as equivalent, but caught: ${oneLine(name)}`),
    ...unmatched.map((name) => `listed as equivalent, but there is no such mutant: ${oneLine(name)}`),
  ];
  return {
    tried: results.length,
    notViable: notViable.length,
    caught: caught.length,
    equivalent: survived.length - survivors.length,
    score: caught.length / Math.max(1, caught.length + survivors.length),
    survivors,
    stale,
    isGood: survivors.length === 0 && stale.length === 0,
  };
}

function byKind(results: readonly Tried[]): Record<Trial['kind'], Tried[]> {
  const kinds: Record<Trial['kind'], Tried[]> = { caught: [], survived: [], 'not-viable': [] };
  for (const tried of results) kinds[tried.trial.kind].push(tried);
  return kinds;
}

function survivorOf({ mutant }: Tried): Survivor {
  const { file, line, function: around, source, change } = mutant;
  return { where: `${file}:${line}`, function: around, source, change };
}

export function renderReport(report: Report): string {
  const { tried, notViable, caught, equivalent, score, survivors, stale } = report;
  return [
    ...survivors.flatMap(({ where, source, change }) => [`${where}  ${source}`, `    ${change}`]),
    ...stale,
    `${tried} mutants: ${caught} caught, ${survivors.length} survived, ${equivalent} equivalent, ${notViable} not viable`,
    `score: ${(100 * score).toFixed(2)}% of those that are viable and not equivalent`,
    '',
  ].join('\n');
}
