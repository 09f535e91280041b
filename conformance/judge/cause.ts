import { hash } from 'node:crypto';
import type { Level } from '../../spec/generated/levels.ts';
import type { LoggedSymptom } from './suspect.ts';

/** What a cause is known by. Two runs that fail for the same reason give the same name. */
export interface CauseName {
  /** How an answer is wrong, such as `wrong-value` or `crash`. */
  readonly kind: string;
  /** The broken requirement; undefined where a failure has nothing to do with what the documents say. */
  readonly requirement: string | undefined;
  /** With `*` for indices and names; `*` alone for several places, `''` for none. */
  readonly place: string;
  /** What a crash or a fault says, without what differs from case to case. */
  readonly said: string;
}

/** One reason why cases fail, as far as the passing and the failing ones tell. */
export interface Cause<Sample> extends CauseName {
  /** Twelve hexadecimal digits, the same in every run. */
  readonly id: string;
  readonly level: Level;
  /** Every place where it shows, the most frequent first. */
  readonly places: readonly string[];
  /** Everything that may be broken: of a program that refuses nothing, all that it should have refused. */
  readonly requirements: readonly string[];
  /** How many cases fail for it, perhaps among other reasons. */
  readonly count: number;
  /** How many cases would pass if this alone were mended. */
  readonly gain: number;
  /** A few cases with the shortest documents. */
  readonly samples: readonly Sample[];
}

/** Number of hexadecimal digits of a cause's id. */
const DIGITS = 12;

/** The stable id of a cause. */
export function causeId({ kind, requirement, place, said }: CauseName): string {
  return hash('sha256', JSON.stringify([kind, requirement ?? null, place, said])).slice(0, DIGITS);
}

/**
 * The name of one symptom, as far as its case alone tells: of a valid document that was refused, and of a crash, nobody
 * knows yet which requirement is behind it.
 */
export function nameOfSymptom({ kind, path, requirements, said }: LoggedSymptom): CauseName {
  const isKnown = kind === 'accepted-invalid' || kind === 'wrong-value' || requirements.length === 1;
  const requirement = isKnown ? requirements.at(-1) : undefined;
  return { kind, requirement, place: path, said: kind === 'rejected-valid' ? '' : said };
}

/** Documented causes first, then those whose mending gains most. */
export function inOrderOfGain<Sample>(causes: readonly Cause<Sample>[]): Cause<Sample>[] {
  return [...causes].sort(
    (one, other) =>
      rank(one) - rank(other) ||
      other.gain - one.gain ||
      other.count - one.count ||
      compare(one.id, other.id),
  );
}

function rank({ level }: { readonly level: Level }): number {
  return level === 'documented' ? 0 : 1;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
