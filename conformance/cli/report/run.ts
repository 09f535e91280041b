import type { Readable } from 'node:stream';
import { complain } from '../terminal/complain.ts';
import { renderJson } from '../../../reports/json/json.ts';
import { renderReport } from '../../../reports/terminal/report.ts';
import { detailOf, type DetailFlags } from '../flags/flag-values.ts';
import { refusedCertificate, writeCertificateIfAsked } from '../flags/certificate-flags.ts';
import {
  printAnnotations,
  refusedReports,
  writeReports,
  type ReportFileFlags,
} from '../flags/report-files.ts';
import { EDITIONS, type Register } from '../../editions/register.ts';
import { colorsFor } from '../terminal/excerpt.ts';
import { printReport } from '../terminal/print-report.ts';
import { flawsText } from '../terminal/flaws-text.ts';
import { EXIT_CODES, EXIT_USAGE } from '../../judge/grade.ts';
import { progressOn } from '../terminal/progress.ts';
import { showShare } from '../terminal/share-progress.ts';
import { readLogs, STDIN, type RunReading } from '../../merge/read-logs.ts';
import type { LogText } from '../../verify/log-text.ts';
import { withSpooledLog } from '../../verify/spooled-log.ts';
import { errorText } from '../../error-text.ts';

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
  stdin: Readable = process.stdin,
): Promise<number> {
  const files = paths.filter((path) => path !== STDIN);
  const unwritable = [
    ...(await Promise.all([undefined, ...files].map((path) => refusedReports(flags, path)))).flat(),
    ...(await refusedCertificate(flags)),
  ];
  if (unwritable.length > 0) {
    complain(...new Set(unwritable));
    return EXIT_USAGE;
  }
  const reading = await readWithProgress(paths, editions, stdin);
  if (reading.kind === 'refused') {
    complain(...reading.errors);
    return EXIT_USAGE;
  }
  const { summary, flawed, events, edition } = reading.run;
  for (const { path, flaws } of flawed) process.stderr.write(flawsText(path, flaws));
  if (events === 0) return EXIT_USAGE;
  if (flags.json === true) process.stdout.write(renderJson(summary));
  else printReport(renderReport(summary, detailOf(flags), colorsFor(process.stdout)));
  await printAnnotations(summary, flags);
  const spec = edition?.spec;
  // A certificate names the digest of one log.
  const [log] = paths.length === 1 ? files : [];
  const errors = [
    ...(await writeReports(summary, spec, flags)),
    ...(await writeCertificateIfAsked(summary, { spec, log }, flags)),
  ];
  complain(...errors);
  const { exitCode } = summary.verdict;
  if (flawed.length > 0) return EXIT_CODES.incomplete;
  return exitCode === 0 && errors.length > 0 ? EXIT_CODES.incomplete : exitCode;
}

/** Reads the logs. One that comes from standard input is kept in a temporary file meanwhile. */
async function readWithProgress(
  paths: readonly string[],
  editions: Register,
  stream: Readable,
): Promise<RunReading> {
  const progress = progressOn(process.stderr);
  const startedAt = performance.now();
  function onRow(row: number, rows: number): void {
    showShare(progress, () => ({ share: row / rows, done: row, things: 'lines of the log', startedAt }));
  }
  function read(stdin?: LogText): Promise<RunReading> {
    return readLogs(paths, { editions, stdin, onRow });
  }
  try {
    return await (paths.includes(STDIN) ? withSpooledLog(stream, read) : read());
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { kind: 'refused', errors: [`the log can't be read: <stdin>: ${errorText(error)}`] };
  } finally {
    progress.clear();
  }
}

/** Tells that a file can't be read from a fault in the suite. */
function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
