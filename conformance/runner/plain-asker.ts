import { readYaml } from '../../reference/yaml/yaml.ts';
import { documentJson } from '../../reference/document/document-json.ts';
import { onOneLine, type TestCase } from '../case/case.ts';
import { isFailure, type CaseResult } from '../judge/outcome.ts';
import { describeExit } from '../process/ending.ts';
import { runPlainProcess, type PlainRun } from '../process/plain-process.ts';
import { endMarked, startWatchdog, type Watchdog } from '../process/process-group.ts';
import { readAnswer } from '../protocol/answer.ts';
import { fault, quote, type Fault } from '../protocol/fault.ts';
import { decodeLine } from '../protocol/framing.ts';
import { parseJson } from '../protocol/parsed-json.ts';
import type { Answer } from '../protocol/protocol.ts';
import { repeatedKey } from '../protocol/repeated-key.ts';
import type { Asker } from './asker.ts';
import { noteOnRepeated, resultOfAnswer, resultOfFault } from './lane.ts';
import { INTERRUPTED, type RunnerSettings } from './run.ts';

/** Asks a program without an adapter: one process per case. `note` receives remarks. */
export class PlainAsker implements Asker {
  stopped: string | undefined;
  readonly #settings: RunnerSettings;
  readonly #note: (note: string) => void;
  readonly #watchdog: Watchdog;
  #children = 0;

  constructor(settings: RunnerSettings, note: (note: string) => void) {
    this.#settings = settings;
    this.#note = note;
    this.#watchdog = startWatchdog(settings.run);
  }

  async ask(test: TestCase): Promise<CaseResult | undefined> {
    if (this.#settings.signal.aborted) this.stopped ??= INTERRUPTED;
    if (this.stopped !== undefined) return undefined;
    this.#children += 1;
    const { command, maxMessageBytes, signal } = this.#settings;
    const timeoutMs = this.#settings.startupTimeoutMs + this.#settings.timeoutMs;
    const marker = `${this.#settings.run}.${this.#children}`;
    const settings = {
      command,
      maxMessageBytes,
      signal,
      timeoutMs,
      marker,
      watchdog: this.#watchdog,
      sweeps: false,
    };
    const run = await runPlainProcess(settings, test.input.text);
    if (run.stopped === 'aborted') this.stopped ??= INTERRUPTED;
    else if (run.exit.reason !== undefined) this.stopped ??= `it ${describeExit(run.exit)}`;
    if (this.stopped !== undefined) return undefined;
    if (isSuspicious(run)) this.#note(SUSPICION);
    const repeated = repeatedIn(run);
    if (repeated !== undefined) this.#note(noteOnRepeated(repeated));
    const result = resultOf(test, run, { timeoutMs, maxMessageBytes });
    return isFailure(result.outcome) && run.stderr !== '' ? { ...result, stderr: run.stderr } : result;
  }

  /** Leaves no process running. */
  async close(): Promise<void> {
    await endMarked(this.#settings.run);
    this.#watchdog.dismiss();
  }
}

interface Limits {
  readonly timeoutMs: number;
  readonly maxMessageBytes: number;
}

function resultOf(test: TestCase, run: PlainRun, { timeoutMs, maxMessageBytes }: Limits): CaseResult {
  const { exit, ms: durationMs, output } = run;
  const received = { kind: 'nothing' } as const;
  if (run.stopped === 'silent') {
    return {
      test,
      outcome: { kind: 'hang', message: `still running after ${timeoutMs} ms` },
      received,
      durationMs,
    };
  }
  if (run.stopped === 'too-long') {
    const message = `more than ${maxMessageBytes} bytes on stdout: ${quote(output.slice(0, 1000))}`;
    return resultOfFault(test, fault('too-long', message, output), durationMs);
  }
  if (exit.code === 1)
    return resultOfAnswer(test, { kind: 'rejected', violations: [], json: '{"rejected":[]}' }, durationMs);
  if (exit.code !== 0) {
    return { test, outcome: { kind: 'crash', exit, message: describeExit(exit) }, received, durationMs };
  }
  const answer = test.edition.answers === undefined ? readOutput(output) : VERDICT;
  return 'text' in answer
    ? resultOfFault(test, answer, durationMs)
    : resultOfAnswer(test, answer, durationMs);
}

/** The answer of a program that exits with 0 and is asked for verdicts alone: its output means nothing. */
const VERDICT: Answer = { kind: 'accepted', value: true, json: '{"accepted":true}' };

/** Reads the output of an accepting program: a mapping, as JSON or as YAML. */
function readOutput(bytes: string): Answer | Fault {
  const decoded = decodeLine(bytes);
  const { text } = decoded;
  if (decoded.kind === 'text' && decoded.hasMark)
    return fault('byte-order-mark', `a byte-order mark before ${quote(text)}`, text);
  if (decoded.kind === 'invalid') {
    return fault('invalid-utf8', `invalid UTF-8 at byte ${decoded.offset} of ${quote(text)}`, text);
  }
  const json = parseJson(text).kind === 'valid' ? onOneLine(text) : yamlAsJson(text);
  if (json === undefined || !json.startsWith('{')) {
    return fault('unreadable-output', `exit 0, but what it wrote is no normal form: ${quote(text)}`, text);
  }
  const accepted: unknown = JSON.parse(json);
  return readAnswer({ accepted }, `{"accepted":${json}}`, undefined);
}

/** Returns a key that an accepting program gives twice in one object of its JSON. */
function repeatedIn({ exit, output }: PlainRun): string | undefined {
  if (exit.code !== 0) return undefined;
  const { text } = decodeLine(output);
  return parseJson(text).kind === 'valid' ? repeatedKey(text) : undefined;
}

function yamlAsJson(text: string): string | undefined {
  const reading = readYaml(text);
  return reading.kind === 'read' ? documentJson(reading.document) : undefined;
}

const SUSPICION =
  'some rejections came with what looks like an uncaught exception on standard error: with --plain, exit code 1 is a rejection, whatever its reason';
const UNCAUGHT =
  /^(?:Traceback \(most recent call last\)|panic: |thread '.*' panicked|Exception in thread |Uncaught |\s+at .+:\d+:\d+\)?$)/m;

function isSuspicious({ exit, stderr }: PlainRun): boolean {
  return exit.code === 1 && UNCAUGHT.test(stderr);
}
