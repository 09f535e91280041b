import { expect } from 'vitest';
import type { ExpectedRun, Row } from '../faulty/table/row.ts';
import { namedBy, summaryOf } from '../faulty/table/run-row.ts';
import type { KeptRun } from './kept-results.ts';

/** Expects that a run of a row's program gave what the table says. */
export function checkRow(row: Row, result: KeptRun): void {
  const { grade, exitCode, counts, culprits, nondeterministic = 0, faults = [] } = row.expected;
  const summary = summaryOf(result);
  expect(summary).toEqual({
    grade,
    exitCode,
    counts: counts ?? summary.counts,
    culprits: culprits ?? summary.culprits,
    nondeterministic: nondeterministic === 'any' ? summary.nondeterministic : nondeterministic,
    faults: [...faults].sort(),
  });
  checkRequirements(row.expected, result);
}

/**
 * Checks that some failure names every requirement that the row breaks, and that every failure names one that the row
 * breaks or touches.
 */
function checkRequirements({ breaks = [], touches = [] }: ExpectedRun, result: KeptRun): void {
  const named = namedBy(result);
  expect(breaks.filter((id) => !named.some(({ requirements }) => requirements.includes(id)))).toEqual([]);
  if (touches === 'anything' || breaks.length === 0) return;
  const known = [...breaks, ...touches];
  expect(named.filter(({ requirements }) => !requirements.some((id) => known.includes(id)))).toEqual([]);
}
