import type { Baseline } from '../baseline/baseline-file.ts';
import { BaselineUpdate } from '../baseline/baseline-update.ts';
import { knownFailuresOf } from '../baseline/known-failures.ts';
import type { CaseResult } from '../judge/outcome.ts';
import { scriptedCase } from './scripted.ts';

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
  for (const { test } of results) known.made(test);
  for (const id of others) known.made(scriptedCase(id));
  for (const result of results) {
    known.match(result);
    known.settled(result);
    update.add(result);
  }
  return update.text(known.stale(true));
}
