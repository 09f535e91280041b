import type { Colors } from '../colors.ts';
import { visible } from '../visible.ts';
import { COLUMNS, rowOf } from './rows.ts';
import type { Trend } from './trend.ts';

/** Renders a trend for a terminal, one line per run. Texts are aligned to the left. */
export function renderTrend({ points }: Trend, colors: Colors): string {
  const rows = [COLUMNS, ...points.map((point) => rowOf(point).map(visible))];
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const [head = '', ...others] = lines;
  return [colors.bold(head), ...others].map((line) => `${line}\n`).join('');
}
