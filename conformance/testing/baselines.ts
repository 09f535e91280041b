import type { BaselineMatcher } from '../baseline/baseline.ts';
import { readBaseline, type Baseline } from '../baseline/baseline-file.ts';
import { BaselineUpdate } from '../baseline/baseline-update.ts';
import { knownFailuresOf } from '../baseline/known-failures.ts';
import type { CaseResult, Fail, Outcome } from '../judge/outcome.ts';
import { scriptedCase } from './scripted.ts';

export const FAIL: Fail = {
  kind: 'fail',
  level: 'documented',
  message: '',
  requirements: ['ports/range'],
  differences: [],
};
export const CRASH: Outcome = { kind: 'crash', exit: { code: 1, signal: null }, message: '' };
export const PASS: Outcome = { kind: 'pass' };

/** Returns a result of a scripted case. */
export function result(id: string, outcome: Outcome): CaseResult {
  return { test: scriptedCase(id), outcome, received: { kind: 'nothing' }, durationMs: 0 };
}

/** Returns whether entries list a result as a whole. */
export function isListed(matcher: BaselineMatcher, result: CaseResult): boolean {
  const { entries, open } = matcher.match(result);
  return entries.length > 0 && open.length === 0;
}

/** Reads a baseline that is right. */
export function baselineOf(text: string): Baseline {
  const reading = readBaseline('b.yaml', text);
  if (reading.kind === 'refused') throw new Error(reading.errors.join());
  return reading.baseline;
}

/**
 * Returns the text of a baseline after a run with these results, whose corpus has the cases of the results and `others`
 * that were not asked.
 */
export function updated(
  baseline: Baseline,
  results: readonly CaseResult[],
  others: readonly string[] = [],
): string {
  const known = knownFailuresOf(baseline);
  const update = new BaselineUpdate(baseline);
  for (const { test } of results) known.made(test, true);
  for (const id of others) known.made(scriptedCase(id), true);
  for (const result of results) {
    known.match(result);
    known.settled(result);
    update.add(result);
  }
  return update.text(known.stale(true));
}
