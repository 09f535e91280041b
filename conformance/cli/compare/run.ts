import { resolve } from 'node:path';
import { compareRuns, type ComparisonReport } from '../../../reports/compare/comparison-report.ts';
import { comparisonJson } from '../../../reports/compare/json.ts';
import { renderComparison } from '../../../reports/compare/terminal.ts';
import { visibleJson } from '../../../reports/visible.ts';
import { readRuns, type RunsReading } from '../../compare/read-runs.ts';
import { EDITIONS, type Register } from '../../editions/register.ts';
import { writeAtomically } from '../../files/atomic-write.ts';
import { EXIT_CODES, EXIT_USAGE } from '../../judge/grade.ts';
import { complain } from '../terminal/complain.ts';
import { colorsFor } from '../terminal/excerpt.ts';
import { flawsText } from '../terminal/flaws-text.ts';

export interface CompareFlags {
  readonly json?: boolean;
  readonly verbose?: boolean;
  readonly markdown?: string;
  readonly html?: string;
}

/** The command `compare`: prints what differs between runs, and returns the exit code. */
export async function runCompare(
  paths: readonly string[],
  flags: CompareFlags,
  editions: Register = EDITIONS,
): Promise<number> {
  if (paths.length < 2) return refuse('compare needs two logs or more');
  const wrong = refusedTargets(paths, [flags.markdown, flags.html]);
  if (wrong !== undefined) return refuse(wrong);
  const reading = await readRuns(paths, editions);
  if (reading.kind !== 'read') return refuseReading(reading);
  const report = compareRuns(reading.read.runs, reading.read.table, 'with-first');
  if (report.kind === 'not-comparable') {
    complain(...report.reasons);
    return EXIT_CODES.incomplete;
  }
  process.stdout.write(
    flags.json === true
      ? `${visibleJson(comparisonJson(report))}\n`
      : renderComparison(report, flags.verbose === true, colorsFor(process.stdout)),
  );
  await writeFiles(report, flags);
  return report.comparisons.some(({ worse }) => worse > 0) ? 1 : 0;
}

async function writeFiles(report: ComparisonReport, { markdown, html }: CompareFlags): Promise<void> {
  if (markdown !== undefined) {
    const { comparisonMarkdown } = await import('../../../reports/compare/markdown.ts');
    await writeAtomically(markdown, comparisonMarkdown(report));
  }
  if (html !== undefined) {
    const { comparisonPage } = await import('../../../reports/compare/html.tsx');
    await writeAtomically(html, comparisonPage(report));
  }
}

/** Error message for a report that would overwrite a log or another report. */
export function refusedTargets(
  logs: readonly string[],
  targets: readonly (string | undefined)[],
): string | undefined {
  const taken = new Set(logs.map((path) => resolve(path)));
  for (const target of targets) {
    if (target === undefined) continue;
    if (taken.has(resolve(target))) return `${target} is used twice: a report needs a file of its own`;
    taken.add(resolve(target));
  }
  return undefined;
}

/** Prints why logs can't be compared, and returns the exit code. */
export function refuseReading(reading: Exclude<RunsReading, { kind: 'read' }>): number {
  if (reading.kind === 'unreadable') return refuse(reading.reason);
  process.stderr.write(flawsText(reading.path, reading.flaws));
  return EXIT_CODES.incomplete;
}

function refuse(reason: string): number {
  complain(reason);
  return EXIT_USAGE;
}
