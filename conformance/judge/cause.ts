import { hash } from 'node:crypto';
import type { Level } from '../../spec/edition.ts';
import type { LoggedSymptom } from './suspect.ts';

/** The name of a cause. Two runs that fail for the same reason give the same name. */
export interface CauseName {
  /** The kind of wrong answer, such as `wrong-value` or `crash`. */
  readonly kind: string;
  /** The broken requirement; undefined if the failure does not depend on the content of documents. */
  readonly requirement: string | undefined;
  /** A JSON Pointer with `*` for indices and names. `*` alone stands for several places, and `''` for none. */
  readonly place: string;
  /** The message of a crash or a fault, without details that differ from case to case. */
  readonly said: string;
}

/** One reason why cases fail, as far as passed and failed cases show. */
export interface Cause<Sample> extends CauseName {
  /** Twelve hexadecimal digits, the same in every run. */
  readonly id: string;
  readonly level: Level;
  /** Every place where the cause shows, the most frequent first. */
  readonly places: readonly string[];
  /**
   * Every requirement that may be broken. For a program that refuses nothing, these are all that it should have
   * refused.
   */
  readonly requirements: readonly string[];
  /** Number of cases that fail for this cause, and perhaps for others too. */
  readonly count: number;
  /** Number of cases that would pass if only this cause were mended. */
  readonly gain: number;
  /** A few cases with the shortest documents. */
  readonly samples: readonly Sample[];
}

/** Number of hexadecimal digits of a cause's id. */
const DIGITS = 12;

/** Returns the stable id of a cause. */
export function causeId({ kind, requirement, place, said }: CauseName): string {
  return hash('sha256', JSON.stringify([kind, requirement ?? null, place, said])).slice(0, DIGITS);
}

/**
 * Returns the name of one symptom, as far as its case alone shows. For a refused valid document and for a crash, one
 * case does not show which requirement is behind it.
 */
export function nameOfSymptom({ kind, path, requirements, said }: LoggedSymptom): CauseName {
  const isKnown = kind === 'accepted-invalid' || kind === 'wrong-value' || requirements.length === 1;
  const requirement = isKnown ? requirements.at(-1) : undefined;
  return { kind, requirement, place: path, said: kind === 'rejected-valid' ? '' : said };
}

/**
 * Returns the requirements that a cause is about. Others may only stand in the documents of its cases. A cause without
 * a name of its own, such as that of a program that refuses nothing, is about all of its requirements.
 */
export function blamedBy({
  kind,
  requirement,
  requirements,
}: Pick<Cause<unknown>, 'kind' | 'requirement' | 'requirements'>): readonly string[] {
  return requirement === undefined || kind === 'left-out' ? requirements : [requirement];
}

const JUDGED: ReadonlySet<string> = new Set([
  'accepted-invalid',
  'rejected-valid',
  'wrong-value',
  'left-out',
]);

/** Returns whether a symptom is a crash, a hang or a fault, whose message belongs to the cause's name. */
export function isBrokenRun(kind: string): boolean {
  return !JUDGED.has(kind);
}

/** Sorts causes: documented ones first, then those whose mending gains most. */
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
