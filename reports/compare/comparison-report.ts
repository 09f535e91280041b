import { compareResults, type Comparison } from './comparison.ts';
import type { CaseTable } from './case-table.ts';
import type { Results } from './results.ts';
import { whyIncomparable } from './comparable.ts';
import type { RequirementState } from '../requirement-summary.ts';

/** The state of one requirement in every run; undefined in a run that does not know it. */
export interface MatrixRow {
  readonly id: string;
  readonly states: readonly (RequirementState | undefined)[];
}

/** Several runs, each compared with another one of them. */
export interface ComparisonReport {
  readonly kind: 'compared';
  readonly runs: readonly Results[];
  readonly comparisons: readonly Comparison[];
  /**
   * The requirements whose states are not the same in all runs, in the order of the suite. Where all cases of a
   * requirement fail because of others, its state is unclear, which is no difference.
   */
  readonly matrix: readonly MatrixRow[];
}

/** The reasons why runs can't be compared. */
export interface NotComparable {
  readonly kind: 'not-comparable';
  readonly reasons: readonly string[];
}

/** The runs that are compared with each other: each with the first one, or each with the one before it. */
export type Pairing = 'with-first' | 'with-previous';

/** Compares runs that share a table of cases. There are at least two. */
export function compareRuns(
  runs: readonly Results[],
  table: CaseTable,
  pairing: Pairing,
): ComparisonReport | NotComparable {
  const pairs = runs.slice(1).map((now, index) => {
    const before = (pairing === 'with-first' ? runs[0] : runs[index]) ?? now;
    return { before, now, why: whyIncomparable(before.summary, now.summary) };
  });
  const different = pairs.flatMap(({ before, now, why }) =>
    why === undefined ? [] : [`${before.name} and ${now.name}: ${why}`],
  );
  if (different.length > 0) return { kind: 'not-comparable', reasons: different };
  const comparisons = pairs.map(({ before, now }) => compareResults(before, now, table));
  const apart = comparisons.filter(({ common }) => common === 0);
  if (apart.length === 0) return { kind: 'compared', runs, comparisons, matrix: matrixOf(runs) };
  const reasons = apart.map(({ before, now }) => `${before.name} and ${now.name}: no case was asked in both`);
  return { kind: 'not-comparable', reasons };
}

function matrixOf(runs: readonly Results[]): MatrixRow[] {
  const ids = new Set(runs.flatMap(({ summary }) => [...summary.requirements.keys()]));
  return [...ids]
    .map((id) => ({ id, states: runs.map(({ summary }) => summary.requirements.get(id)?.state) }))
    .filter(({ states }) => new Set(states.filter((state) => state !== 'unclear')).size > 1);
}
