import { basename } from 'node:path';
import { readYaml } from '../../reference/yaml.ts';
import type { InputKind } from '../../spec/generated/protocol.ts';
import { readAnswer } from '../protocol/answer.ts';
import { onOneLine, type TestCase } from '../case/case.ts';
import { confirmed } from './confirm.ts';
import { documentJson } from '../../reference/document-json.ts';
import { describeExit } from '../process/ending.ts';
import { fault, quote, type Fault } from '../protocol/fault.ts';
import { decodeLine } from '../protocol/framing.ts';
import type { Introduction } from '../protocol/handshake.ts';
import { resultOfAnswer, resultOfFault } from './lane.ts';
import { isFailure, type CaseResult } from '../judge/outcome.ts';
import { parseJson } from '../protocol/parsed-json.ts';
import { runPlainProcess, type PlainRun } from '../process/plain-process.ts';
import type { Answer } from '../protocol/protocol.ts';
import { endMarked, startWatchdog, type Watchdog } from '../process/process-group.ts';
import type { RunnerEvents, RunnerSettings } from './run.ts';
import type { RunEnd } from './runner.ts';

/**
 * Asks all cases of a program without an adapter: one process per case, the document on standard input, the normal
 * form (JSON or YAML) on standard output. Exit 0 accepts, exit 1 rejects, everything else is a crash; what it writes
 * on standard error means nothing. Starting and answering together may take both timeouts.
 */
export async function runPlainCases(
  settings: RunnerSettings,
  input: InputKind,
  events: RunnerEvents,
): Promise<RunEnd> {
  const watchdog = startWatchdog(settings.run);
  const introduction = introductionOf(settings.command, input);
  const { cases } = events.started(introduction);
  const runner = new PlainRunner(settings, events, watchdog, cases[Symbol.iterator]());
  try {
    await Promise.all(Array.from({ length: settings.jobs }, () => runner.work()));
  } finally {
    await endMarked(settings.run);
    watchdog.dismiss();
  }
  return { introduction, restarts: 0, ...(runner.stopped === undefined ? {} : { stopped: runner.stopped }) };
}

function introductionOf([program = '']: readonly string[], input: InputKind): Introduction {
  return { name: basename(program), version: null, language: null, inputs: [input], window: 1 };
}

class PlainRunner {
  stopped: string | undefined;
  readonly #settings: RunnerSettings;
  readonly #events: RunnerEvents;
  readonly #watchdog: Watchdog;
  readonly #cases: Iterator<TestCase>;
  #children = 0;

  constructor(settings: RunnerSettings, events: RunnerEvents, watchdog: Watchdog, cases: Iterator<TestCase>) {
    this.#settings = settings;
    this.#events = events;
    this.#watchdog = watchdog;
    this.#cases = cases;
  }

  async work(): Promise<void> {
    for (
      let next = this.#cases.next();
      next.done !== true && this.stopped === undefined;
      next = this.#cases.next()
    ) {
      const first = await this.#ask(next.value);
      const second =
        first !== undefined && isFailure(first.outcome) ? await this.#ask(next.value) : undefined;
      if (first !== undefined) this.#events.result(second === undefined ? first : confirmed(first, second));
    }
  }

  /** Undefined when the run is stopped. */
  async #ask(test: TestCase): Promise<CaseResult | undefined> {
    if (this.#settings.signal.aborted) this.stopped = 'interrupted';
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
    if (run.exit.reason !== undefined) this.stopped = `it ${describeExit(run.exit)}`;
    if (run.stopped === 'aborted') this.stopped = 'interrupted';
    if (this.stopped !== undefined) return undefined;
    if (isSuspicious(run)) this.#events.note(SUSPICION);
    const result = resultOf(test, run, { timeoutMs, maxMessageBytes });
    return isFailure(result.outcome) && run.stderr !== '' ? { ...result, stderr: run.stderr } : result;
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
  const answer = readOutput(output);
  return 'text' in answer
    ? resultOfFault(test, answer, durationMs)
    : resultOfAnswer(test, answer, durationMs);
}

/** Reads what an accepting program wrote: a mapping, as JSON or as YAML. */
function readOutput(bytes: string): Answer | Fault {
  const decoded = decodeLine(bytes);
  const { text } = decoded;
  if (decoded.kind === 'invalid') {
    return fault('invalid-utf8', `invalid UTF-8 at byte ${decoded.offset} of ${quote(text)}`, text);
  }
  const json = parseJson(text).kind === 'valid' ? onOneLine(text) : yamlAsJson(text);
  if (json === undefined || !json.startsWith('{')) {
    return fault('unreadable-output', `exit 0, but what it wrote is no normal form: ${quote(text)}`, text);
  }
  const accepted: unknown = JSON.parse(json);
  return readAnswer({ accepted }, `{"accepted":${json}}`);
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
