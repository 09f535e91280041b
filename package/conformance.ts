/**
 * The entry `dstack-conformance/conformance`: certifies a program or a function, judges single answers, and reads event
 * logs.
 *
 * @module
 */
import { interpretText } from '../reference/interpret-text.ts';
import { readBaseline, type Baseline } from '../conformance/baseline/baseline-file.ts';
import type { Expected, TestCase } from '../conformance/case/case.ts';
import { certifyImplementation, settingsOf } from '../conformance/certify/certify.ts';
import { unknownTopics } from '../conformance/case/topic.ts';
import { declarableNames, unknownFields } from '../conformance/declared/declared-fields.ts';
import { suiteSettings } from '../conformance/certify/suite-settings.ts';
import { keepingLines } from '../conformance/certify/keeping-lines.ts';
import type { Edition } from '../conformance/edition.ts';
import type { Grade } from '../conformance/judge/grade.ts';
import type { Outcome } from '../conformance/judge/outcome.ts';
import { resultOfReply } from '../conformance/runner/in-process-result.ts';
import { openLogText } from '../conformance/verify/log-text.ts';
import { verifyLog } from '../conformance/verify/verify-log.ts';
import { Summarizer, type Summary } from '../reports/summary.ts';
import type { InputKind } from '../spec/generated/protocol.ts';
import { editionNamed } from './edition-named.ts';
import { askedThrough, type Implementation } from './implementation.ts';

export type {
  FunctionImplementation,
  Implementation,
  Normalize,
  ProgramImplementation,
} from './implementation.ts';
export type { Cause } from '../conformance/judge/cause.ts';
export type { Grade } from '../conformance/judge/grade.ts';
export type { Outcome } from '../conformance/judge/outcome.ts';
export type { Summary } from '../reports/summary.ts';
export type { CaseLine, FooterLine, HeaderLine, LogLine } from '../spec/generated/event-log.ts';

/** What a certification may be told. The defaults are those of the command. */
export interface CertifyOptions {
  /** The edition, by id or version; the default is that of the reference page. */
  readonly edition?: string;
  /** The number of generated documents, beside all examples; 10,000 by default. */
  readonly cases?: number;
  /** Certifies only these fields, whatever the implementation declares. */
  readonly fields?: readonly string[];
  /** Asks only cases about these topics; the grade is then `incomplete`. */
  readonly topics?: readonly string[];
  /** The number of processes or conversations side by side; 1 by default. */
  readonly jobs?: number;
  /** Milliseconds that an answer may take; 5,000 by default. */
  readonly timeoutMs?: number;
  /** The text of a file of known failures. Exactly these must happen for the exit code 0. */
  readonly baseline?: { readonly file: string; readonly text: string };
  /** Aborting this signal ends the run early and keeps the results so far. */
  readonly signal?: AbortSignal;
  /** Receives each line of the event log, as text without a newline, as soon as it is known. */
  readonly onLine?: (line: string) => void;
  /** Receives the part of the corpus that was gone through, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/** The result of a certification. */
export interface Certification {
  readonly grade: Grade;
  /** The reasons why the grade is not the next better one. */
  readonly reasons: readonly string[];
  /** The exit code of the command: 0 drop-in or conformant, 1 non-conformant, 3 incomplete, 130 interrupted. */
  readonly exitCode: number;
  /** Counts, and the causes of failures in the order in which they pay to mend. */
  readonly summary: Summary;
}

/**
 * Asks an implementation all cases of an edition, judges its answers and grades it. It never rejects because of what
 * the implementation does.
 *
 * @throws {RangeError} for an edition, a topic or a field that there is not, or a baseline that can't be read.
 */
export async function certify(
  implementation: Implementation,
  options: CertifyOptions = {},
): Promise<Certification> {
  const { cases, topics, onLine, onProgress, baseline, edition: name, ...settings } = options;
  const edition = await editionNamed(name);
  refuseUnknown(edition, options);
  const summarizer = new Summarizer();
  const keep = keepingLines(summarizer, undefined);
  const result = await certifyImplementation(askedThrough(implementation), {
    ...settings,
    ...suiteSettings(edition, cases),
    ...(topics === undefined ? {} : { filter: { topics } }),
    ...(baseline === undefined ? {} : { baseline: baselineIn(baseline) }),
    onLine: (line, caseResult) => {
      keep(line, caseResult);
      onLine?.(line);
    },
    onResult: (_result, _done, share) => onProgress?.(share),
  });
  const { grade, exitCode, footer } = result;
  return { grade, reasons: footer.reasons, exitCode, summary: summarizer.summary() };
}

/** One document as text. */
export interface Question {
  readonly kind: InputKind;
  readonly text: string;
}

/**
 * Judges one answer, given as `normalize` gives it, against what the reference makes of the document. Meaning counts,
 * not spelling, and every value must be said.
 *
 * @throws {RangeError} for an edition that there is not.
 */
export async function judge(
  question: Question,
  answer: unknown,
  { edition: name }: Pick<CertifyOptions, 'edition'> = {},
): Promise<Outcome> {
  const edition = await editionNamed(name);
  const settings = settingsOf({ edition }, 'judge');
  return resultOfReply(testOf(edition, question), { kind: 'answered', value: answer }, 0, settings).outcome;
}

/** What an event log is evidence of. */
export interface ReadLog {
  /** The report of the run, after every answer in the log was judged again. */
  readonly summary: Summary;
  /** Everything in the log that the suite would not have written, such as an edited answer. Empty for a sound log. */
  readonly flaws: readonly string[];
}

/** Reads an event log, makes its cases again, and judges every answer again. */
export async function readLog(path: string): Promise<ReadLog> {
  const { summary, flaws } = await verifyLog(await openLogText(path));
  return { summary, flaws: [...flaws.kept] };
}

function refuseUnknown({ spec, grammar }: Edition, { topics = [], fields = [] }: CertifyOptions): void {
  const unknown = unknownTopics(spec, topics);
  if (unknown !== undefined) throw new RangeError(unknown);
  const field = unknownFields(declarableNames(grammar.fields), fields);
  if (field !== undefined) throw new RangeError(`the options name ${field}`);
}

function baselineIn({ file, text }: NonNullable<CertifyOptions['baseline']>): Baseline {
  const reading = readBaseline(file, text);
  if (reading.kind === 'refused') throw new RangeError(reading.errors.join('\n'));
  return reading.baseline;
}

function testOf(edition: Edition, input: Question): TestCase {
  const expected = expectedOf(edition, input);
  const requirements =
    expected.kind === 'rejected' ? expected.violations.map(({ requirement }) => requirement) : [];
  return { id: 'judge', edition, input, expected, requirements };
}

function expectedOf({ language }: Edition, { kind, text }: Question): Expected {
  const verdict = interpretText(language, kind, text);
  return verdict.kind === 'accepted'
    ? { kind: 'accepted', normal: language.stringify(verdict.normal) }
    : { kind: 'rejected', violations: verdict.violations };
}
