import { comparisonBlocks, tableBlock } from '../compare/markdown.ts';
import { joinBlocks } from '../markdown/blocks.ts';
import { cell } from '../markdown/escape.ts';
import { cutText } from '../markdown/limits.ts';
import { COLUMNS, rowOf } from './rows.ts';
import type { Trend } from './trend.ts';

/** A report has at most this many bytes: GitHub cuts the summary of a check after 65,535. */
const MOST_BYTES = 65_000;

/** Renders a trend for pull requests: a table of the runs, and what changed between neighbours. */
export function trendMarkdown({ points, report }: Trend): string {
  const rows = points.map((point) => rowOf(point).map((text) => cell(cutText(text))));
  const latest = points.at(-1)?.run.summary.verdict.grade ?? 'incomplete';
  return joinBlocks(
    [
      { what: 'verdict', text: `## ${latest} after ${points.length} runs` },
      tableBlock(COLUMNS, rows),
      ...report.comparisons.flatMap((each) => comparisonBlocks(each, report.runs)),
    ],
    MOST_BYTES,
  );
}
