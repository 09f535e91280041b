import type { CaseTable } from '../compare/case-table.ts';
import { compareRuns, type ComparisonReport, type NotComparable } from '../compare/comparison-report.ts';
import type { Comparison } from '../compare/comparison.ts';
import type { Results } from '../compare/results.ts';
import { total, type Summary } from '../summary.ts';

/** One run of a trend. */
export interface TrendPoint {
  readonly run: Results;
  /** The number of cases that were asked, and of those that passed. */
  readonly asked: number;
  readonly passed: number;
  /** The number of requirements that the run exercised, of those that passed, and of all. */
  readonly exercised: number;
  readonly held: number;
  readonly requirements: number;
  /** What changed since the run before; undefined for the first one. */
  readonly since: Comparison | undefined;
}

/** Several runs in the order in which they ended, each compared with the one before it. */
export interface Trend {
  readonly kind: 'trend';
  readonly points: readonly TrendPoint[];
  readonly report: ComparisonReport;
}

/** Orders runs by their ends, and compares neighbours. Runs that ended at the same time stay as they were given. */
export function trendOf(runs: readonly Results[], table: CaseTable): Trend | NotComparable {
  const ordered = [...runs].sort((one, other) => compare(endOf(one.summary), endOf(other.summary)));
  const report = compareRuns(ordered, table, 'with-previous');
  if (report.kind === 'not-comparable') return report;
  const points = report.runs.map((run, at) => pointOf(run, report.comparisons[at - 1]));
  return { kind: 'trend', points, report };
}

function pointOf(run: Results, since: Comparison | undefined): TrendPoint {
  const { counts, requirements } = run.summary;
  const all = [...requirements.values()];
  return {
    run,
    asked: total(counts) - counts['not-run'],
    passed: counts.pass,
    exercised: all.filter((each) => each.counts.asked > 0).length,
    held: all.filter(({ state }) => state === 'passed').length,
    requirements: all.length,
    since,
  };
}

/** Returns the time at which a run ended (RFC 3339). */
export function endOf({ footer, header }: Summary): string {
  return footer?.finished ?? header?.started ?? '';
}

/** Compares times of the same form. */
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
