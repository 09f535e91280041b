import type { TestCase } from '../case/case.ts';
import { readAnswer } from '../protocol/answer.ts';
import type { Ending } from '../process/ending.ts';
import { fault, type Fault } from '../protocol/fault.ts';
import type { Introduction } from '../protocol/handshake.ts';
import { readMessages } from '../protocol/message.ts';
import { afterAnswer } from '../protocol/no-newline.ts';
import {
  isExpectedAnswer,
  normalizeRequest,
  shutdownRequest,
  usualId,
  type Answer,
} from '../protocol/protocol.ts';
import type { Wire } from '../process/wire.ts';
import type { Message } from '../protocol/envelope.ts';

/** A question that waits for its answer. */
export interface Pending {
  readonly test: TestCase;
  readonly sentAt: number;
  readonly chars: number;
}

/** The current use of a session: a pipeline, or one question alone. It receives all events of the session. */
export interface Activity {
  answered(pending: Pending, answer: Answer): void;
  /** Reports a fault in the answer to a question. */
  faulty(pending: Pending, fault: Fault): void;
  /** Reports a line that begins with something else before the answer: it belongs to this question or to another one. */
  spoilt(pending: Pending, fault: Fault): void;
  /** Reports a second answer. The question was answered before. */
  repeated(test: TestCase, fault: Fault): void;
  /** Reports a fault that names no question. */
  stray(fault: Fault): void;
  /** Called when all lines of one piece of output were reported. */
  pause(): void;
  ended(ending: Ending): void;
}

const SAME: Answer = { kind: 'same' };
/**
 * The session remembers this many questions, the latest ones, because a run may ask millions. A repeated answer to an
 * older question is reported without its case.
 */
const REMEMBERED = 8192;
/** The system hands over long lines in several pieces, and shorter output, in characters, at once. */
const LONG_REST = 1024;

/**
 * A process that introduced itself. The session gives ids to questions and finds the question to each line that comes
 * back.
 */
export class Session {
  readonly introduction: Introduction;
  readonly wire: Wire;
  /** The first key that an answer gave twice in one object. JSON allows it, and readers differ about it. */
  repeatedKey: string | undefined;
  readonly #inFlight = new Map<number, Pending>();
  /** The latest questions, by id modulo their number. */
  readonly #asked: (TestCase | undefined)[] = [];
  /** The id of the next question. The handshake has id 0. */
  #next = 1;
  readonly #abandoned = new Set<number>();
  #chars = 0;
  #activity: Activity | undefined;
  /** Faults that no open question has caused. */
  readonly #loose: Fault[] = [];
  #goodbye: number | undefined;

  constructor(introduction: Introduction, wire: Wire) {
    this.introduction = introduction;
    this.wire = wire;
    wire.events = {
      line: (bytes) => {
        this.#line(bytes);
      },
      pause: () => this.#activity?.pause(),
      ended: (ending) => this.#activity?.ended(ending),
    };
  }

  /** True if nothing was asked yet, so that the next question alone explains what the process does. */
  get isFresh(): boolean {
    return this.#next === 1;
  }

  get inFlight(): number {
    return this.#inFlight.size;
  }

  /** Number of abandoned questions that may still be answered. */
  get owed(): number {
    return this.#abandoned.size;
  }

  get charsInFlight(): number {
    return this.#chars;
  }

  begin(activity: Activity): void {
    this.#activity = activity;
    const rest = this.takeRest();
    if (rest !== '') this.keepLoose(afterAnswer(rest));
  }

  finish(): void {
    this.#activity = undefined;
    this.wire.unwatch();
  }

  /**
   * Returns the output after the last newline, and forgets it. While abandoned questions are open it may be the
   * beginning of an answer to one of them, so it stays.
   */
  takeRest(): string {
    if (this.inFlight > 0 || this.owed > 0) return '';
    const rest = this.wire.rest();
    this.wire.dropRest();
    return rest;
  }

  /** True if so much output stands after the last newline that it seems to be a line whose end is on its way. */
  get isInsideLine(): boolean {
    return this.wire.rest().length >= LONG_REST;
  }

  /** Registers a question and returns its text, which the caller must send. */
  ask(test: TestCase, now: number): string {
    const id = this.#next;
    this.#next += 1;
    this.#asked[id % REMEMBERED] = test;
    const text = normalizeRequest(id, test.input);
    this.#inFlight.set(id, { test, sentAt: now, chars: text.length });
    this.#chars += text.length;
    return text;
  }

  /** Gives up the questions in flight and returns them, oldest first. Answers that still come are ignored. */
  abandon(): TestCase[] {
    const tests = [...this.#inFlight.values()].map(({ test }) => test);
    for (const id of this.#inFlight.keys()) this.#abandoned.add(id);
    this.#inFlight.clear();
    this.#chars = 0;
    return tests;
  }

  /** Keeps a fault that no open question has caused. Only the first few are kept. */
  keepLoose(what: Fault): void {
    if (this.#loose.length < 20) this.#loose.push(what);
  }

  /** Returns and clears the faults that no open question has caused. */
  takeLoose(): Fault[] {
    return this.#loose.splice(0);
  }

  close(): Promise<'went' | 'killed'> {
    this.#activity = undefined;
    this.#goodbye = this.#next;
    return this.wire.close(shutdownRequest(this.#goodbye));
  }

  #line(bytes: string): void {
    const id = usualId(bytes);
    const pending = id < 0 ? undefined : this.#inFlight.get(id);
    if (pending !== undefined && isExpectedAnswer(bytes, id, pending.test.expected)) {
      this.#settle(id, pending);
      this.#activity?.answered(pending, SAME);
      return;
    }
    for (const message of readMessages(bytes)) this.#match(message);
  }

  #match(message: Message): void {
    const id = message.id ?? -1;
    const pending = this.#inFlight.get(id);
    if (pending === undefined) {
      // Any answer to the shutdown request is accepted.
      if (id === this.#goodbye || this.#abandoned.delete(id)) return;
      if (message.kind === 'fault') this.#stray(message.fault);
      else this.#unplaced(message.id, message.json);
      return;
    }
    this.#settle(id, pending);
    if (message.kind === 'fault' && message.isSpoilt === true) {
      this.#activity?.spoilt(pending, message.fault);
      return;
    }
    if (message.kind === 'result') this.repeatedKey ??= message.repeats;
    const answer =
      message.kind === 'fault'
        ? message.fault
        : readAnswer(message.result, message.json, pending.test.edition.answers);
    if ('text' in answer) this.#activity?.faulty(pending, answer);
    else this.#activity?.answered(pending, answer);
  }

  #settle(id: number, pending: Pending): void {
    this.wire.progress();
    this.#inFlight.delete(id);
    this.#chars -= pending.chars;
  }

  /** Handles an answer to a question that is not in flight. */
  #unplaced(id: number, json: string): void {
    const next = this.#next;
    const test = id > 0 && id >= next - REMEMBERED ? this.#asked[id % REMEMBERED] : undefined;
    const text = json.slice(0, 200);
    if (id >= next + this.introduction.window) {
      this.#stray(fault('unknown-id', `an answer with the id ${id}, which was never asked`, text));
    } else if (id >= next) {
      this.#stray(fault('unasked', `an answer with the id ${id} before that was asked`, text));
    } else if (test === undefined || this.#activity === undefined) {
      this.#stray(fault('repeated-id', `a second answer with the id ${id}`, text));
    } else {
      this.#activity.repeated(test, fault('repeated-id', `a second answer with the id ${id}`, text));
    }
  }

  #stray(what: Fault): void {
    if (this.#activity !== undefined) this.#activity.stray(what);
    else this.keepLoose(what);
  }
}
