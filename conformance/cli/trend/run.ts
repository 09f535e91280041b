import { renderTrend } from '../../../reports/trend/terminal.ts';
import { trendJson } from '../../../reports/trend/json.ts';
import { trendOf, type Trend } from '../../../reports/trend/trend.ts';
import { visibleJson } from '../../../reports/visible.ts';
import { readRuns } from '../../compare/read-runs.ts';
import { EDITIONS, type Register } from '../../editions/register.ts';
import { writeAtomically } from '../../files/atomic-write.ts';
import { EXIT_CODES, EXIT_USAGE } from '../../judge/grade.ts';
import { refusedTargets, refuseReading } from '../compare/run.ts';
import { complain } from '../terminal/complain.ts';
import { colorsFor } from '../terminal/excerpt.ts';

export interface TrendFlags {
  readonly json?: boolean;
  readonly markdown?: string;
  readonly html?: string;
  readonly svg?: string;
}

/** The command `trend`: prints how runs changed over time, and returns the exit code. */
export async function runTrend(
  paths: readonly string[],
  flags: TrendFlags,
  editions: Register = EDITIONS,
): Promise<number> {
  const wrong = refusedTargets(paths, [flags.markdown, flags.html, flags.svg]);
  if (wrong !== undefined) {
    complain(wrong);
    return EXIT_USAGE;
  }
  const reading = await readRuns(paths, editions);
  if (reading.kind !== 'read') return refuseReading(reading);
  const trend = trendOf(reading.read.runs, reading.read.table);
  if (trend.kind === 'not-comparable') {
    complain(...trend.reasons);
    return EXIT_CODES.incomplete;
  }
  process.stdout.write(
    flags.json === true
      ? `${visibleJson(trendJson(trend))}\n`
      : renderTrend(trend, colorsFor(process.stdout)),
  );
  await writeFiles(trend, flags);
  return 0;
}

async function writeFiles(trend: Trend, { markdown, html, svg }: TrendFlags): Promise<void> {
  if (markdown !== undefined) {
    const { trendMarkdown } = await import('../../../reports/trend/markdown.ts');
    await writeAtomically(markdown, trendMarkdown(trend));
  }
  if (html !== undefined) {
    const { trendPage } = await import('../../../reports/trend/html.tsx');
    await writeAtomically(html, trendPage(trend));
  }
  if (svg !== undefined) {
    const { trendSvg } = await import('../../../reports/trend/svg.tsx');
    await writeAtomically(svg, trendSvg(trend));
  }
}
