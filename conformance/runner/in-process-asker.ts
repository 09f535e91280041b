import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Input, TestCase } from '../case/case.ts';
import { errorText } from '../error-text.ts';
import type { CaseResult } from '../judge/outcome.ts';
import type { Asker } from './asker.ts';
import type { AskingSettings } from './implementation.ts';
import { resultOfReply, type Reply } from './in-process-result.ts';
import { INTERRUPTED } from './run.ts';

/** Time in milliseconds after which timers and other conversations get their turn, though no answer is waited for. */
const TURN_MS = 10;

/** Asks a function in this process. A function that never returns can't be stopped; a promise that never settles is a hang. */
export class InProcessAsker implements Asker {
  stopped: string | undefined;
  readonly #start: () => (input: Input) => unknown;
  readonly #settings: AskingSettings;
  #answer: ((input: Input) => unknown) | undefined;
  #lastTurn = performance.now();

  constructor(start: () => (input: Input) => unknown, settings: AskingSettings) {
    this.#start = start;
    this.#settings = settings;
  }

  /** Makes it ready to be asked; tells whether that worked. */
  start(): boolean {
    try {
      this.#answer ??= this.#start();
    } catch (error) {
      this.stopped ??= `it could not be started: ${errorText(error)}`;
    }
    return this.#answer !== undefined;
  }

  async ask(test: TestCase): Promise<CaseResult | undefined> {
    if (performance.now() - this.#lastTurn > TURN_MS) {
      await nextTurn();
      this.#lastTurn = performance.now();
    }
    if (this.#settings.signal.aborted) this.stopped ??= INTERRUPTED;
    if (this.stopped !== undefined || !this.start()) return undefined;
    const startedAt = performance.now();
    const reply = await this.#replyTo(test.input);
    if (reply === undefined) {
      this.stopped ??= INTERRUPTED;
      return undefined;
    }
    // What it remembers may be spoilt.
    if (reply.kind !== 'answered') this.#answer = undefined;
    return resultOfReply(test, reply, performance.now() - startedAt, this.#settings);
  }

  close(): Promise<void> {
    this.#answer = undefined;
    return Promise.resolve();
  }

  async #replyTo(input: Input): Promise<Reply | undefined> {
    try {
      const value = this.#answer?.(input);
      return isPromise(value) ? await withinTime(value, this.#settings) : { kind: 'answered', value };
    } catch (error) {
      return { kind: 'threw', error };
    }
  }
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}

/** Waits for a promise no longer than a question may take; undefined when the run is stopped meanwhile. */
function withinTime(
  value: PromiseLike<unknown>,
  { timeoutMs, signal }: Pick<AskingSettings, 'timeoutMs' | 'signal'>,
): Promise<Reply | undefined> {
  return new Promise((done) => {
    const timer = setTimeout(() => {
      finish({ kind: 'silent' });
    }, timeoutMs);
    signal.addEventListener('abort', abort);
    value.then(
      (settled) => {
        finish({ kind: 'answered', value: settled });
      },
      (error: unknown) => {
        finish({ kind: 'threw', error });
      },
    );
    function abort(): void {
      finish(undefined);
    }
    function finish(reply: Reply | undefined): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      done(reply);
    }
  });
}
