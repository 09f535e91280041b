import type { TestCase } from '../case/case.ts';
import type { Ending } from '../process/ending.ts';
import type { Fault, FaultKind } from '../protocol/fault.ts';
import { afterAnswer } from '../protocol/no-newline.ts';
import type { Answer } from '../protocol/protocol.ts';
import type { Activity, Pending, Session } from './session.ts';

/** The reply to a case that was asked alone. */
export type Reply =
  | { readonly kind: 'answered'; readonly answer: Answer; readonly ms: number }
  /** The program broke the protocol, whatever it answered. */
  | { readonly kind: 'fault'; readonly fault: Fault; readonly ms: number }
  | { readonly kind: 'ended'; readonly ending: Ending; readonly ms: number };

/** Faults that replace an answer, so that no answer is awaited any more. */
const INSTEAD_OF_AN_ANSWER: ReadonlySet<FaultKind> = new Set([
  'wrong-shape',
  'rpc-error',
  'unknown-id',
  'no-newline',
]);
/** This many faults for one question are a flood, and the process is stopped. */
const FLOOD = 100;
const MIN_QUIET_MS = 5;
const MAX_QUIET_MS = 250;

/**
 * Asks one question with nothing else in flight. After the answer it listens for another `settleMs` milliseconds for
 * surplus output: a second answer, a stray line, an exit.
 */
export function askAlone(
  session: Session,
  test: TestCase,
  timeoutMs: number,
  settleMs: number,
): Promise<Reply> {
  return new Promise((done) => {
    new Question(session, settleMs, done).start(test, timeoutMs);
  });
}

class Question implements Activity {
  readonly #session: Session;
  readonly #settleMs: number;
  readonly #done: (reply: Reply) => void;
  #test: TestCase | undefined;
  #startedAt = 0;
  #answer: { readonly answer: Answer; readonly ms: number } | undefined;
  #fault: { readonly fault: Fault; readonly ms: number } | undefined;
  #faults = 0;
  #isDecided = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(session: Session, settleMs: number, done: (reply: Reply) => void) {
    this.#session = session;
    this.#settleMs = settleMs;
    this.#done = done;
  }

  start(test: TestCase, timeoutMs: number): void {
    this.#test = test;
    this.#startedAt = performance.now();
    this.#session.begin(this);
    this.#session.wire.watch(timeoutMs);
    this.#session.wire.send(this.#session.ask(test, this.#startedAt));
  }

  answered(pending: Pending, answer: Answer): void {
    this.#answer = { answer, ms: this.#session.wire.now - pending.sentAt };
    this.#session.wire.unwatch();
  }

  faulty(_pending: Pending, fault: Fault): void {
    this.#note(fault);
    this.#isDecided = true;
  }

  /** Nothing else is in flight, and nothing stood before the line. */
  spoilt(pending: Pending, fault: Fault): void {
    this.faulty(pending, fault);
  }

  /** A second answer to an earlier case is not a fault of this case. */
  repeated(test: TestCase, fault: Fault): void {
    if (test === this.#test) this.stray(fault);
    else this.#session.keepLoose(fault);
  }

  stray(fault: Fault): void {
    this.#note(fault);
    if (INSTEAD_OF_AN_ANSWER.has(fault.kind)) this.#isDecided = true;
    this.#faults += 1;
    if (this.#faults >= FLOOD) this.#session.wire.stop({ kind: 'flood', fault });
  }

  pause(): void {
    const isAnswered = this.#answer !== undefined;
    if (isAnswered && this.#fault === undefined && this.#session.isInsideLine) {
      this.#concludeAfter(MAX_QUIET_MS);
      return;
    }
    if (isAnswered) this.#noteRest();
    if (this.#fault !== undefined) {
      if (this.#isDecided || isAnswered) this.#conclude();
      else this.#concludeAfter(Math.min(MAX_QUIET_MS, Math.max(MIN_QUIET_MS, 4 * this.#fault.ms)));
    } else if (isAnswered) {
      if (this.#settleMs === 0) this.#conclude();
      else this.#concludeAfter(this.#settleMs);
    }
  }

  ended(ending: Ending): void {
    clearTimeout(this.#timer);
    this.#session.abandon();
    this.#session.finish();
    this.#done({ kind: 'ended', ending, ms: performance.now() - this.#startedAt });
  }

  #noteRest(): void {
    const rest = this.#fault === undefined ? this.#session.takeRest() : '';
    if (rest !== '') this.#note(afterAnswer(rest));
  }

  #note(fault: Fault): void {
    this.#fault ??= { fault, ms: this.#session.wire.now - this.#startedAt };
  }

  #concludeAfter(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#conclude();
    }, ms);
  }

  #conclude(): void {
    // The flood was stopped, and the end of the process decides the outcome.
    if (this.#faults >= FLOOD) return;
    clearTimeout(this.#timer);
    if (this.#answer !== undefined) this.#noteRest();
    if (this.#fault !== undefined) this.#session.wire.dropRest();
    this.#session.abandon();
    this.#session.finish();
    if (this.#fault !== undefined) this.#done({ kind: 'fault', ...this.#fault });
    else if (this.#answer !== undefined) this.#done({ kind: 'answered', ...this.#answer });
  }
}
