import { randomUUID } from 'node:crypto';
import { SUITE } from '../certify/certify.ts';
import { declaredEdition } from '../declared/declared-edition.ts';
import { declarableNames } from '../declared/declared-fields.ts';
import type { Edition } from '../edition.ts';
import { Conversation, type Heard, type Said } from '../runner/conversation.ts';
import { describeExit, UNFLUSHED } from '../process/ending.ts';
import { readIntroduction, type Introduction } from '../protocol/handshake.ts';
import { readMessages } from '../protocol/message.ts';
import { describeOutcome } from '../judge/outcome.ts';
import { startWatchdog } from '../process/process-group.ts';
import { initializeRequest, normalizeRequest, shutdownRequest } from '../protocol/protocol.ts';
import { checkAnswer, samplesOf, type Sample, type Samples, type Verdict } from './smoke-sample.ts';
import { diagnoseEnding } from '../runner/diagnose-ending.ts';
import { noNewline } from '../protocol/no-newline.ts';
import { outcomeOfEnding } from '../judge/ending-outcome.ts';

/** The result of one check. */
export interface Check extends Verdict {
  readonly what: string;
}

export interface SmokeReport {
  readonly said: readonly Said[];
  readonly checks: readonly Check[];
  readonly introduction: Introduction | undefined;
}

export interface SmokeOptions {
  readonly edition: Edition;
  readonly command: readonly string[];
  readonly timeoutMs: number;
  readonly startupTimeoutMs: number;
}

const MAX_MESSAGE = 1024 * 1024;
const UNKNOWN_METHOD = 'dstack-conformance/no-such-method';

/** Asks an adapter a few questions, enough to see whether `certify` could work with it. Takes about a second. */
export async function smoke(options: SmokeOptions): Promise<SmokeReport> {
  const run = randomUUID();
  const watchdog = startWatchdog(run);
  const { command } = options;
  const { signal } = new AbortController();
  const talk = new Conversation({
    command,
    signal,
    watchdog,
    marker: `${run}.1`,
    sweeps: true,
    maxMessageBytes: MAX_MESSAGE,
  });
  const test = new SmokeTest(talk, options);
  await test.run();
  watchdog.dismiss();
  return { said: talk.said, checks: test.checks, introduction: test.introduction };
}

const WISH = 'JSON-RPC wants {"error":{"code":-32601,"message":"…"}} with the id of the request';

class SmokeTest {
  readonly checks: Check[] = [];
  introduction: Introduction | undefined;
  readonly #talk: Conversation;
  readonly #options: SmokeOptions;
  #samples: Samples;
  #id = 0;
  #wasSilent = false;

  constructor(talk: Conversation, options: SmokeOptions) {
    this.#talk = talk;
    this.#options = options;
    this.#samples = samplesOf(options.edition);
  }

  async run(): Promise<void> {
    const isReady = await this.#handshake();
    const { valid, invalid } = this.#samples;
    const steps = [
      () => this.#one('accepts a valid task', valid),
      () => this.#one('rejects an invalid task', invalid),
      () => this.#several(),
      () => this.#unknownMethod(),
      () => this.#one('still answers after that', valid),
    ];
    for (const step of isReady ? steps : []) if (!(await step())) break;
    await this.#goodbye();
  }

  async #handshake(): Promise<boolean> {
    const { edition } = this.#options;
    this.#talk.say(initializeRequest(SUITE, edition.id));
    const heard = await this.#talk.listen(this.#options.startupTimeoutMs);
    const what = 'introduces itself';
    if (heard.kind !== 'line')
      return this.#bad(what, this.#whyNothing(heard, this.#options.startupTimeoutMs));
    const greeting = readIntroduction(heard.bytes, declarableNames(edition.grammar.fields), edition.id);
    if (greeting.kind === 'refused') return this.#bad(what, greeting.diagnosis);
    this.introduction = greeting.introduction;
    this.#samples = samplesOf(declaredEdition(edition, greeting.introduction));
    return this.#good(what);
  }

  async #one(what: string, test: Sample): Promise<boolean> {
    const id = this.#ask(test);
    const heard = await this.#talk.listen(this.#options.timeoutMs);
    if (heard.kind !== 'line') return this.#bad(what, this.#whyNothing(heard, this.#options.timeoutMs));
    return this.#note(what, checkAnswer(heard.bytes, new Map([[id, test]])));
  }

  /** Asks several questions at once. Their answers may come in any order. */
  async #several(): Promise<boolean> {
    const what = 'answers several requests in flight, each under its own id';
    const window = this.introduction?.window ?? 1;
    if (window === 1) {
      const advice =
        'it declares no window, so certify waits for each answer; "window": 64 or more is much faster';
      return this.#note(what, { result: 'advice', advice });
    }
    const { valid, invalid } = this.#samples;
    const open = new Map([valid, invalid, valid].slice(0, window).map((test) => [this.#ask(test), test]));
    let notRight: Verdict | undefined;
    while (open.size > 0) {
      const heard = await this.#talk.listen(this.#options.timeoutMs);
      if (heard.kind !== 'line') return this.#bad(what, this.#whyNothing(heard, this.#options.timeoutMs));
      const verdict = checkAnswer(heard.bytes, open);
      if (verdict.result === 'bad') return this.#note(what, verdict);
      if (verdict.result === 'open') notRight = verdict;
    }
    return notRight === undefined ? this.#good(what) : this.#note(what, notRight);
  }

  async #unknownMethod(): Promise<boolean> {
    const what = 'answers an unknown method with an error';
    const id = this.#nextId();
    this.#talk.say(`${JSON.stringify({ jsonrpc: '2.0', id, method: UNKNOWN_METHOD })}\n`);
    const heard = await this.#talk.listen(Math.min(1000, this.#options.timeoutMs));
    switch (heard.kind) {
      case 'silence':
        return this.#note(what, { result: 'advice', advice: `it does not answer; ${WISH}` });
      case 'ended':
        return this.#bad(what, `${this.#whyNothing(heard, 0)}; ${WISH}`);
      case 'line': {
        const [message] = readMessages(heard.bytes);
        const isError = message?.kind === 'fault' && message.fault.kind === 'rpc-error' && message.id === id;
        return isError
          ? this.#good(what)
          : this.#note(what, { result: 'advice', advice: `it says something else; ${WISH}` });
      }
    }
  }

  async #goodbye(): Promise<void> {
    const what = 'exits after shutdown';
    const id = this.#nextId();
    const how = await this.#talk.close(shutdownRequest(id));
    if (this.#wasSilent && this.#hasLateAnswers(id)) this.#adviseToFlush();
    if (this.#talk.hasCrlf) {
      this.#note('ends its lines with a newline', {
        result: 'advice',
        advice: 'they end in \\r\\n, which is tolerated',
      });
    }
    if (this.introduction === undefined) return;
    if (how === 'went') this.#good(what);
    else
      this.#note(what, {
        result: 'advice',
        advice: 'it had to be killed: exit on shutdown, or when standard input ends',
      });
  }

  #hasLateAnswers(goodbye: number): boolean {
    return this.#talk.unread().some((bytes) => readMessages(bytes).some(({ id }) => id !== goodbye));
  }

  /** Explains the silence, which was the last thing to be noted before the goodbye. */
  #adviseToFlush(): void {
    const silent = this.checks.pop();
    if (silent !== undefined) this.checks.push({ ...silent, advice: `${silent.advice ?? ''}; ${UNFLUSHED}` });
  }

  #ask(test: Sample): number {
    const id = this.#nextId();
    const kind = this.introduction?.inputs[0] ?? 'json';
    this.#talk.say(normalizeRequest(id, { kind, text: test[kind] }));
    return id;
  }

  #nextId(): number {
    this.#id += 1;
    return this.#id;
  }

  #whyNothing(heard: Exclude<Heard, { kind: 'line' }>, ms: number): string {
    if (heard.kind === 'ended') {
      const { ending } = heard;
      if (this.introduction === undefined || ending.kind === 'aborted') return diagnoseEnding(ending);
      return ending.kind === 'exit'
        ? `it ${describeExit(ending.exit)}`
        : describeOutcome(outcomeOfEnding(ending));
    }
    const rest = this.#talk.rest();
    this.#wasSilent = true;
    return rest === '' ? `it did not answer within ${ms} ms` : `it wrote ${noNewline(rest).message}`;
  }

  #good(what: string): true {
    this.checks.push({ what, result: 'good' });
    return true;
  }

  #bad(what: string, advice: string): false {
    this.checks.push({ what, result: 'bad', advice });
    return false;
  }

  #note(what: string, verdict: Verdict): boolean {
    this.checks.push({ what, ...verdict });
    return verdict.result !== 'bad';
  }
}
