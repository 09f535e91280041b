import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import { cut } from '../protocol/cut.ts';
import type { Tally } from './tally.ts';

export type Grade = 'drop-in' | 'conformant' | 'non-conformant' | 'incomplete';

export const EXIT_CODES = { 'drop-in': 0, conformant: 0, 'non-conformant': 1, incomplete: 3 } as const;
/** The grades that an exit code can ask for. */
export type RequiredGrade = 'drop-in' | 'conformant';

/**
 * Returns the exit code of a grade if at least `required` is asked for. A conformant run exits 1 only if `drop-in` is
 * required.
 */
export function exitCodeOfGrade(grade: Grade, required: RequiredGrade = 'conformant'): 0 | 1 | 3 {
  return grade === 'conformant' && required === 'drop-in' ? 1 : EXIT_CODES[grade];
}

export const EXIT_USAGE = 2;
export const EXIT_INTERRUPTED = 130;

export interface Gradable {
  readonly tally: Tally;
  /** Number of faults that no case reproduces. */
  readonly faults: number;
  /** The reason why not all cases were asked. */
  readonly stopped: string | undefined;
  /** Whether the run ended before it came to the last case of its corpus, so that further cases were not run. */
  readonly isCut?: boolean;
  /** The reason why only some cases were chosen. */
  readonly filter: string | undefined;
  /** Whether only one of several parts of the run was asked. */
  readonly isShard?: boolean;
  /** Whether there may be no case at all, as in a small shard. */
  readonly mayBeEmpty?: boolean;
  readonly missing: readonly RequirementId[];
}

export interface Graded {
  readonly grade: Grade;
  /** The reasons why the grade is not the next better one. */
  readonly reasons: readonly string[];
  /**
   * Gaps in the knowledge about the implementation, whatever the grade, apart from the cases that it calls unsupported
   * itself.
   */
  readonly gaps: readonly string[];
}

/**
 * Grades a run. If something could not run, the run is incomplete, whatever else happened, because nobody knows what
 * is missing. Otherwise documented failures decide, then gaps in the questions, then observed failures.
 *
 * Crashes, hangs, protocol errors and faults of the run count as documented, because every implementation must answer.
 * `unsupported` is a gap: for documented behaviour the run is incomplete, and for observed behaviour it is no drop-in.
 */
export function gradeRun(run: Gradable): Graded {
  const notRun = whyNotRun(run);
  const documented = whyNotConformant(run);
  const unknown = [...whyUnasked(run), ...whyUnsupported(run)];
  const observed = whyNotDropIn(run);
  const { declined } = run.tally;
  const gaps = [...notRun, ...whyUnasked({ ...run, missing: run.missing.filter((id) => !declined.has(id)) })];
  if (notRun.length > 0) return { grade: 'incomplete', reasons: notRun, gaps };
  if (documented.length > 0) return { grade: 'non-conformant', reasons: documented, gaps };
  if (unknown.length > 0) return { grade: 'incomplete', reasons: unknown, gaps };
  return { grade: observed.length > 0 ? 'conformant' : 'drop-in', reasons: observed, gaps };
}

function whyNotRun({ tally, stopped, isCut = false, mayBeEmpty = false }: Gradable): string[] {
  const { 'not-run': notRun, ...ran } = tally.counts;
  const reasons: string[] = [];
  if (stopped !== undefined) reasons.push(stopped);
  if (notRun > 0) reasons.push(`${cases(notRun)}${isCut ? ' and further ones' : ''} not run`);
  else if (!mayBeEmpty && Object.values(ran).every((number) => number === 0)) reasons.push('no case was run');
  return reasons;
}

function whyNotConformant({ tally, faults }: Gradable): string[] {
  const reasons: string[] = [];
  if (tally.failures.documented > 0)
    reasons.push(`${cases(tally.failures.documented)} failed on documented behaviour`);
  if (faults > 0)
    reasons.push(`the implementation broke the protocol ${times(faults)} outside of a single case`);
  return reasons;
}

/** A filter is cut after this many characters: it may name thousands of cases. */
const FILTER = 160;

function whyUnasked({ filter, isShard = false, missing }: Gradable): string[] {
  const reasons: string[] = [];
  if (isShard) reasons.push('only all shards together have a grade');
  if (filter !== undefined) reasons.push(`only some cases were asked for: ${cut(filter, FILTER)}`);
  // A part of a run leaves requirements to the others.
  if (missing.length > 0 && filter === undefined && !isShard) reasons.push(neverExercised(missing));
  return reasons;
}

function whyUnsupported({ tally }: Gradable): string[] {
  const { documented } = tally.unsupported;
  return documented > 0 ? [`${cases(documented)} on documented behaviour not supported`] : [];
}

function whyNotDropIn({ tally }: Gradable): string[] {
  const reasons: string[] = [];
  if (tally.failures.observed > 0)
    reasons.push(`${cases(tally.failures.observed)} failed on observed behaviour`);
  if (tally.unsupported.observed > 0)
    reasons.push(`${cases(tally.unsupported.observed)} on observed behaviour not supported`);
  return reasons;
}

function cases(number: number): string {
  return number === 1 ? '1 case' : `${number} cases`;
}

function times(number: number): string {
  return number === 1 ? 'once' : `${number} times`;
}

function neverExercised(ids: readonly RequirementId[]): string {
  const shown = ids.slice(0, 5).join(', ');
  const more = ids.length > 5 ? ` and ${ids.length - 5} more` : '';
  const subject = ids.length === 1 ? 'a requirement was' : `${ids.length} requirements were`;
  return `${subject} never exercised (${shown}${more})`;
}
