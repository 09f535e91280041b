import type { InputKind } from '../../../spec/generated/protocol.ts';
import { shown, visibleJson } from '../../../reports/visible.ts';
import { askDocument, type Answered } from '../../ask/ask.ts';
import type { Document } from '../../ask/document.ts';
import { readSource, type SourceFile } from '../../files/source-file.ts';
import { EXIT_CODES, EXIT_INTERRUPTED, EXIT_USAGE } from '../../judge/grade.ts';
import { missingProgram } from '../../process/missing-program.ts';
import { implementationOf } from '../../runner/program.ts';
import type { EditionFlag } from '../flags/edition-flag.ts';
import { unknownFieldsFlag } from '../flags/fields-flag.ts';
import { complain } from '../terminal/complain.ts';
import { colorsFor } from '../terminal/excerpt.ts';
import { printReport } from '../terminal/print-report.ts';
import { interruptSignal } from '../terminal/interrupt.ts';
import { askedJson } from './json.ts';
import { renderAsked } from './text.ts';

export interface AskFlags extends EditionFlag {
  readonly input?: InputKind;
  readonly plain?: boolean;
  readonly verdicts?: boolean;
  readonly fields?: readonly string[];
  readonly timeout: number;
  readonly startupTimeout: number;
  readonly json?: boolean;
}

/** The command `ask`: prints what a program says to a document beside the reference, and returns the exit code. */
export async function runAsk(path: string, command: readonly string[], flags: AskFlags): Promise<number> {
  const edition = await flags.edition.load();
  const noFields = unknownFieldsFlag(edition, flags.fields);
  if (noFields !== undefined) return refuse(noFields);
  const source = await readSource(path);
  if (source.kind === 'unreadable') return refuse(`${source.name}: ${source.reason}`);
  if (source.kind === 'not-utf8') return refuse(`${source.name}: ${source.fault.message}`);
  const missing = missingProgram(command);
  if (missing !== undefined) return noAnswer(`it could not be started: ${missing}`);
  const document = documentOf(source, flags);
  const { input = document.kind, fields } = flags;
  const interrupt = interruptSignal();
  const asked = await askDocument(programOf(command, input, flags), {
    edition,
    document,
    input,
    ...(fields === undefined ? {} : { fields }),
    timeoutMs: flags.timeout * 1000,
    startupTimeoutMs: flags.startupTimeout * 1000,
    signal: interrupt.signal,
  });
  interrupt.release();
  if (interrupt.signal.aborted) return EXIT_INTERRUPTED;
  switch (asked.kind) {
    case 'unsayable':
      return refuse(`${source.name}: ${asked.reason}`);
    case 'not-asked':
      return noAnswer(asked.reason);
    case 'answered':
      return report(source, asked, flags);
  }
}

type TextFile = Extract<SourceFile, { kind: 'text' }>;

function documentOf({ name, text }: TextFile, { input }: AskFlags): Document {
  const isNamed = name !== '<stdin>';
  const isJson = isNamed ? name.endsWith('.json') : input === 'json';
  return { kind: isJson ? 'json' : 'yaml', text };
}

function programOf(
  command: readonly string[],
  input: InputKind,
  { plain, verdicts = false }: AskFlags,
): ReturnType<typeof implementationOf> {
  return implementationOf(plain === true ? { command, plain: input, verdicts } : { command });
}

function report(source: TextFile, asked: Answered, { json }: AskFlags): number {
  if (json === true) process.stdout.write(`${visibleJson(askedJson(source.name, asked))}\n`);
  else printReport(renderAsked(source, asked, colorsFor(process.stdout)));
  return exitCodeOf(asked);
}

function exitCodeOf({ result: { outcome } }: Answered): number {
  if (outcome.kind === 'pass') return 0;
  return outcome.kind === 'fail' ? 1 : EXIT_CODES.incomplete;
}

function refuse(reason: string): number {
  complain(reason);
  return EXIT_USAGE;
}

function noAnswer(reason: string): number {
  complain(`the program did not answer: ${shown(reason, 500)}`);
  return EXIT_CODES.incomplete;
}
