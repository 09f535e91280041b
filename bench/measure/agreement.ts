import { differencesBetween, type MeasuredDifference } from './compare.ts';
import { explains, type Explanation } from './explanation.ts';
import type { Measured, MeasuredRow } from './measured-row.ts';

/** A row whose recorded measurement differs from the one that was taken now. */
export interface DifferingRow {
  readonly row: MeasuredRow;
  readonly differences: readonly MeasuredDifference[];
}

export interface Agreement {
  readonly rows: number;
  /** Rows without any difference. */
  readonly equal: number;
  /** Number of rows that differ, by field. */
  readonly byField: ReadonlyMap<string, number>;
  /** Number of rows that each explanation explains. One that explains none is stale. */
  readonly byExplanation: ReadonlyMap<Explanation, number>;
  /** Rows with a difference that nothing explains; only these differences are listed. */
  readonly unexplained: readonly DifferingRow[];
}

/** Compares recorded measurements with new ones of the same texts, in the same order. */
export function agreementOf(
  rows: readonly MeasuredRow[],
  answers: readonly Measured[],
  explanations: readonly Explanation[],
): Agreement {
  const byField = new Map<string, number>();
  const byExplanation = new Map(explanations.map((each) => [each, 0]));
  const unexplained: DifferingRow[] = [];
  let equal = 0;
  for (const [index, row] of rows.entries()) {
    const answer = answers[index];
    if (answer === undefined) throw new Error(`${row.id} was not answered`);
    const differences = differencesBetween(row, answer);
    if (differences.length === 0) equal += 1;
    for (const { field } of differences) count(byField, field);
    const used = explanations.filter((each) => differences.some((one) => explains(each, row.id, one)));
    for (const each of used) count(byExplanation, each);
    const open = differences.filter((one) => !used.some((each) => explains(each, row.id, one)));
    if (open.length > 0) unexplained.push({ row, differences: open });
  }
  return { rows: rows.length, equal, byField, byExplanation, unexplained };
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
