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
import { errorText } from '../../error-text.ts';
import { colorsFor } from '../terminal/excerpt.ts';
import { printReport } from '../terminal/print-report.ts';
import { flawsText } from '../terminal/flaws-text.ts';
import { EXIT_CODES, EXIT_USAGE } from '../../judge/grade.ts';
import { openLogText } from '../../verify/log-text.ts';
import { withSpooledLog } from '../../verify/spooled-log.ts';
import { verifyLog, type VerifiedLog } from '../../verify/verify-log.ts';

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
  stdin: Readable = process.stdin,
): Promise<number> {
  const log = path === '-' ? undefined : path;
  const unwritable = [...(await refusedReports(flags, log)), ...(await refusedCertificate(flags))];
  if (unwritable.length > 0) {
    complain(...unwritable);
    return EXIT_USAGE;
  }
  let verified: VerifiedLog;
  try {
    verified = await verifiedLog(path, editions, stdin);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    complain(`the log can't be read: ${nameOf(log)}: ${errorText(error)}`);
    return EXIT_USAGE;
  }
  return report(log, verified, flags);
}

function nameOf(log: string | undefined): string {
  return log ?? '<stdin>';
}

async function verifiedLog(path: string, editions: Register, stdin: Readable): Promise<VerifiedLog> {
  return path === '-'
    ? withSpooledLog(stdin, (log) => verifyLog(log, editions))
    : verifyLog(await openLogText(path), editions);
}

/** Tells that a file can't be read from a fault in the suite. */
function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

/** `log` is the path of the log; undefined if it came from standard input. */
async function report(
  log: string | undefined,
  { events, summary, flaws, run }: VerifiedLog,
  flags: ReportFlags,
): Promise<number> {
  process.stderr.write(flawsText(nameOf(log), flaws));
  if (events === 0) return EXIT_USAGE;
  if (flags.json === true) process.stdout.write(renderJson(summary));
  else printReport(renderReport(summary, detailOf(flags), colorsFor(process.stdout)));
  await printAnnotations(summary, flags);
  const spec = run?.edition.spec;
  const errors = [
    ...(await writeReports(summary, spec, flags)),
    ...(await writeCertificateIfAsked(summary, { spec, log }, flags)),
  ];
  complain(...errors);
  const { exitCode } = summary.verdict;
  if (flaws.count > 0) return EXIT_CODES.incomplete;
  return exitCode === 0 && errors.length > 0 ? EXIT_CODES.incomplete : exitCode;
}
