import { complain } from '../terminal/complain.ts';
import { visibleJson } from '../../../reports/visible.ts';
import { jsonReport } from '../../../reports/json.ts';
import { renderReport } from '../../../reports/terminal/report.ts';
import { detailOf, type DetailFlags } from '../flags/flag-values.ts';
import { EDITIONS, type Register } from '../../editions/register.ts';
import { errorText } from '../../error-text.ts';
import { colorsFor } from '../terminal/excerpt.ts';
import { flawsText } from '../terminal/flaws-text.ts';
import { EXIT_CODES, EXIT_USAGE } from '../../judge/grade.ts';
import { openLogText, type LogText } from '../../verify/log-text.ts';
import { verifyLog } from '../../verify/verify-log.ts';

export interface ReportFlags extends DetailFlags {
  readonly json?: boolean;
}

/**
 * The command `report`: prints the report of a log, and returns the exit code of its run, or 3 for a log that the suite
 * would not have written.
 */
export async function runReport(
  path: string,
  flags: ReportFlags,
  editions: Register = EDITIONS,
): Promise<number> {
  let log: LogText;
  try {
    log = await openLogText(path);
  } catch (error) {
    complain(`the log can't be read: ${path}: ${errorText(error)}`);
    return EXIT_USAGE;
  }
  const { events, summary, flaws } = await verifyLog(log, editions);
  process.stderr.write(flawsText(path, flaws));
  if (events === 0) return EXIT_USAGE;
  const report =
    flags.json === true
      ? `${visibleJson(jsonReport(summary))}\n`
      : renderReport(summary, detailOf(flags), colorsFor(process.stdout));
  process.stdout.write(report);
  return flaws.count > 0 ? EXIT_CODES.incomplete : (summary.footer?.exitCode ?? EXIT_CODES.incomplete);
}
