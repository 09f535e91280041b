import { complain } from '../terminal/complain.ts';
import { visibleJson } from '../../../reports/visible.ts';
import { readFile } from 'node:fs/promises';
import { jsonReport } from '../../../reports/json.ts';
import { summarize, total, type Summary } from '../../../reports/summary.ts';
import { renderTerminal } from '../../../reports/terminal/terminal.ts';
import { readEventLog } from '../../log/event-log.ts';
import { errorText } from '../../error-text.ts';
import { colorsFor } from '../terminal/excerpt.ts';
import { EXIT_CODES, EXIT_USAGE } from '../../judge/grade.ts';

export interface ReportFlags {
  readonly json?: boolean;
}

/** The command `report`: prints the report of a log, and returns the exit code of its run. */
export async function runReport(path: string, flags: ReportFlags): Promise<number> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    complain(`the log can't be read: ${path}: ${errorText(error)}`);
    return EXIT_USAGE;
  }
  const { lines, damaged } = readEventLog(text);
  if (damaged.length > 0) {
    complain(`${path}: ${damaged.length} lines are no events, the first one is line ${damaged[0] ?? 0}`);
    if (lines.length === 0) return EXIT_USAGE;
  }
  const summary = summarize(lines);
  const flaw = flawOf(summary, damaged);
  if (flaw !== undefined) complain(`${path}: ${flaw}: this is not the whole of a run`);
  const report =
    flags.json === true
      ? `${visibleJson(jsonReport(summary))}\n`
      : renderTerminal(summary, colorsFor(process.stdout));
  process.stdout.write(report);
  const exitCode = summary.footer?.exitCode ?? EXIT_CODES.incomplete;
  return flaw !== undefined && exitCode === 0 ? EXIT_CODES.incomplete : exitCode;
}

/** Returns the reason why a log with an end is not the complete log of one run. */
function flawOf({ header, footer, counts }: Summary, damaged: readonly number[]): string | undefined {
  if (footer === undefined) return undefined;
  if (header === undefined) return 'it has no header';
  if (damaged.length > 0) return 'some lines are no events';
  const [found, told] = [total(counts), total(footer.counts)];
  return found === told ? undefined : `it holds ${found} cases, and its end speaks of ${told}`;
}
