import { readFile } from 'node:fs/promises';
import { jsonReport } from '../../reports/json.ts';
import { summarize } from '../../reports/summary.ts';
import { renderTerminal } from '../../reports/terminal.ts';
import type { ReportFlags } from '../commands/report.ts';
import { readEventLog } from './event-log.ts';
import { colorsFor } from '../reading/excerpt.ts';
import { EXIT_CODES } from '../judge/grade.ts';

const USAGE = 2;

/** The command `report`: prints the report of a log, and gives the exit code of its run. */
export async function runReport(path: string, flags: ReportFlags): Promise<number> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    process.stderr.write(
      `the log can't be read: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    return USAGE;
  }
  const { lines, damaged } = readEventLog(text);
  if (damaged.length > 0) {
    process.stderr.write(
      `${path}: ${damaged.length} lines are no events, the first one is line ${damaged[0] ?? 0}\n`,
    );
    if (lines.length === 0) return USAGE;
  }
  const summary = summarize(lines);
  const report =
    flags.json === true
      ? `${JSON.stringify(jsonReport(summary))}\n`
      : renderTerminal(summary, colorsFor(process.stdout));
  process.stdout.write(report);
  return summary.footer?.exitCode ?? EXIT_CODES.incomplete;
}
