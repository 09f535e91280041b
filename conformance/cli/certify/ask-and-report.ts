import { complain } from '../terminal/complain.ts';
import { visibleJson, visibleLines } from '../../../reports/visible.ts';
import { jsonReport } from '../../../reports/json/json.ts';
import type { Colors } from '../../../reports/colors.ts';
import { Summarizer, type Summary } from '../../../reports/summary.ts';
import { renderReport, type Detail } from '../../../reports/terminal/report.ts';
import { detailOf, type DetailFlags } from '../flags/flag-values.ts';
import { writeCertificateIfAsked } from '../flags/certificate-flags.ts';
import { printAnnotations, writeReports, type ReportFileFlags } from '../flags/report-files.ts';
import { describeDefect } from '../../soundness/suite-defect.ts';
import { interruptSignal, type Interrupt } from '../terminal/interrupt.ts';
import { EXIT_CODES } from '../../judge/grade.ts';
import { isFailure } from '../../judge/outcome.ts';
import type { LogFile } from '../../log/event-log.ts';
import { progressOn } from '../terminal/progress.ts';
import { showShare } from '../terminal/share-progress.ts';
import { colorsFor } from '../terminal/excerpt.ts';
import { printReport } from '../terminal/print-report.ts';
import { certifyImplementation, type RunResult } from '../../certify/certify.ts';
import type { CertifySettings } from '../../certify/certify-options.ts';
import { keepingLines } from '../../certify/keeping-lines.ts';
import type { Implementation } from '../../runner/implementation.ts';

export interface Output extends DetailFlags, ReportFileFlags {
  readonly json?: boolean;
  /** The log is written as the run goes on, and closed at its end. */
  readonly log?: LogFile | undefined;
  /** How the end of the run is told. By default, by its grade and its causes. */
  readonly teller?: Teller;
  /** Ends the run early. By default, the signals of the terminal do. */
  readonly interrupt?: Interrupt;
}

/** Tells the end of a run, for people or machines. */
export interface Teller {
  text(summary: Summary, detail: Detail, colors: Colors): string;
  json(summary: Summary): object;
}

const BY_GRADE: Teller = { text: renderReport, json: jsonReport };

/** Runs cases with progress, Ctrl-C and a log, and prints the report, as text or JSON. */
export async function askAndReport(
  implementation: Implementation,
  options: CertifySettings,
  { json, log, teller = BY_GRADE, interrupt = interruptSignal(), ...flags }: Output,
): Promise<RunResult> {
  const summarizer = new Summarizer();
  const progress = progressOn(process.stderr);
  const startedAt = performance.now();
  let failures = 0;
  const result = await certifyImplementation(implementation, {
    ...options,
    signal:
      options.signal === undefined ? interrupt.signal : AbortSignal.any([interrupt.signal, options.signal]),
    onLine: keepingLines(summarizer, log),
    onResult: (result, done, share) => {
      if (isFailure(result.outcome)) failures += 1;
      options.onResult?.(result, done, share);
      showShare(progress, () => ({ share, done, things: 'cases', startedAt, more: `${failures} failures` }));
    },
  });
  progress.clear();
  interrupt.release();
  const unwritten = log?.close();
  const summary = summarizer.summary();
  if (json === true) process.stdout.write(`${visibleJson(teller.json(summary))}\n`);
  else printReport(teller.text(summary, detailOf(flags), colorsFor(process.stdout)));
  await printAnnotations(summary, flags);
  if (result.defect !== undefined) process.stderr.write(visibleLines(describeDefect(result.defect)));
  const errors = [
    ...(unwritten === undefined ? [] : [`the log is not complete: ${unwritten}`]),
    ...(await writeReports(summary, result.edition.spec, flags)),
    ...(await writeCertificateIfAsked(summary, { spec: result.edition.spec, log: log?.path }, flags)),
  ];
  if (errors.length === 0) return result;
  complain(...errors);
  // A run without a log or a report that was asked for is no success.
  return result.exitCode === 0 ? { ...result, exitCode: EXIT_CODES.incomplete } : result;
}
