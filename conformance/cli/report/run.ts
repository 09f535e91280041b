import { complain } from '../terminal/complain.ts';
import { renderJson } from '../../../reports/json/json.ts';
import { renderReport } from '../../../reports/terminal/report.ts';
import { detailOf, type DetailFlags } from '../flags/flag-values.ts';
import {
  printAnnotations,
  refusedReports,
  writeReports,
  type ReportFileFlags,
} from '../flags/report-files.ts';
import { EDITIONS, type Register } from '../../editions/register.ts';
import { errorText } from '../../error-text.ts';
import { colorsFor } from '../terminal/excerpt.ts';
import { flawsText } from '../terminal/flaws-text.ts';
import { EXIT_CODES, EXIT_USAGE } from '../../judge/grade.ts';
import { progressOn } from '../terminal/progress.ts';
import { showShare } from '../terminal/share-progress.ts';
import { openLogText, type LogText } from '../../verify/log-text.ts';
import { verifyLog } from '../../verify/verify-log.ts';

export interface ReportFlags extends DetailFlags, ReportFileFlags {
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
  const unwritable = await refusedReports(flags, path);
  if (unwritable.length > 0) {
    complain(...unwritable);
    return EXIT_USAGE;
  }
  let log: LogText;
  try {
    log = await openLogText(path);
  } catch (error) {
    complain(`the log can't be read: ${path}: ${errorText(error)}`);
    return EXIT_USAGE;
  }
  const progress = progressOn(process.stderr);
  const startedAt = performance.now();
  const { events, summary, flaws, run } = await verifyLog(log, editions, (row, rows) => {
    showShare(progress, () => ({ share: row / rows, done: row, things: 'lines of the log', startedAt }));
  });
  progress.clear();
  process.stderr.write(flawsText(path, flaws));
  if (events === 0) return EXIT_USAGE;
  const report =
    flags.json === true
      ? renderJson(summary)
      : renderReport(summary, detailOf(flags), colorsFor(process.stdout));
  process.stdout.write(report);
  await printAnnotations(summary, flags);
  const errors = await writeReports(summary, run?.edition.spec, flags);
  complain(...errors);
  const { exitCode } = summary.verdict;
  if (flaws.count > 0) return EXIT_CODES.incomplete;
  return exitCode === 0 && errors.length > 0 ? EXIT_CODES.incomplete : exitCode;
}
