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
import { colorsFor } from '../terminal/excerpt.ts';
import { flawsText } from '../terminal/flaws-text.ts';
import { EXIT_CODES, EXIT_USAGE } from '../../judge/grade.ts';
import { readLogs } from '../../merge/read-logs.ts';

export interface ReportFlags extends DetailFlags, ReportFileFlags {
  readonly json?: boolean;
}

/**
 * The command `report`: prints the report of a log, or of the logs of all shards of a run. Returns the exit code of the
 * run, or 3 for logs that the suite would not have written and for shards that are not the whole run.
 */
export async function runReport(
  paths: readonly string[],
  flags: ReportFlags,
  editions: Register = EDITIONS,
): Promise<number> {
  const unwritable = await Promise.all(paths.map((path) => refusedReports(flags, path)));
  if (unwritable.flat().length > 0) {
    complain(...new Set(unwritable.flat()));
    return EXIT_USAGE;
  }
  const reading = await readLogs(paths, editions);
  if (reading.kind === 'refused') {
    complain(...reading.errors);
    return EXIT_USAGE;
  }
  const { summary, flawed, events, edition } = reading.run;
  for (const { path, flaws } of flawed) process.stderr.write(flawsText(path, flaws));
  if (events === 0) return EXIT_USAGE;
  const report =
    flags.json === true
      ? renderJson(summary)
      : renderReport(summary, detailOf(flags), colorsFor(process.stdout));
  process.stdout.write(report);
  await printAnnotations(summary, flags);
  const errors = await writeReports(summary, edition?.spec, flags);
  complain(...errors);
  const { exitCode } = summary.verdict;
  if (flawed.length > 0) return EXIT_CODES.incomplete;
  return exitCode === 0 && errors.length > 0 ? EXIT_CODES.incomplete : exitCode;
}
