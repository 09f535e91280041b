import type { TestCase } from '../case/case.ts';
import { readAnswer } from '../protocol/answer.ts';
import type { Ending } from '../process/ending.ts';
import { fault, type Fault } from '../protocol/fault.ts';
import type { Introduction } from '../protocol/handshake.ts';
import { readMessages } from '../protocol/message.ts';
import {
  isExpectedAnswer,
  normalizeRequest,
  shutdownRequest,
  usualId,
  type Answer,
} from '../protocol/protocol.ts';
import type { Wire } from '../process/wire.ts';
import type { Message } from '../protocol/envelope.ts';

/** A question under way. */
export interface Pending {
  readonly test: TestCase;
  readonly sentAt: number;
  readonly chars: number;
}

/** What a session is used for at a time: a pipeline, or one question alone. It hears of all that comes. */
export interface Activity {
  answered(pending: Pending, answer: Answer): void;
  /** A fault in what answers a question. */
  faulty(pending: Pending, fault: Fault): void;
  /** A second answer; the question it repeats was answered before. */
  repeated(test: TestCase, fault: Fault): void;
  /** A fault that names no question. */
  stray(fault: Fault): void;
  /** All that came in one piece was reported. */
  pause(): void;
  ended(ending: Ending): void;
}

const SAME: Answer = { kind: 'same' };
/** So many questions are remembered, the latest ones: a run may ask millions. Whose answer comes again later is not named. */
const REMEMBERED = 8192;

/** A process that introduced itself: gives ids to questions and finds the question to each line that comes back. */
export class Session {
  readonly introduction: Introduction;
  readonly wire: Wire;
  readonly #inFlight = new Map<number, Pending>();
  /** The latest ones, by id modulo their number. */
  readonly #asked: (TestCase | undefined)[] = [];
  /** The id of the next question; 0 is the handshake. */
  #next = 1;
  readonly #abandoned = new Set<number>();
  #chars = 0;
  #activity: Activity | undefined;
  /** Faults that are due to nothing that was being asked. */
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

  /** Whether it was not asked anything yet, so that what it does now is due to the next question alone. */
  get isFresh(): boolean {
    return this.#next === 1;
  }

  get inFlight(): number {
    return this.#inFlight.size;
  }

  /** How many answers may still come that nobody waits for. */
  get owed(): number {
    return this.#abandoned.size;
  }

  get charsInFlight(): number {
    return this.#chars;
  }

  begin(activity: Activity): void {
    this.#activity = activity;
  }

  finish(): void {
    this.#activity = undefined;
    this.wire.unwatch();
  }

  /** Takes a question in; its text is to be sent. */
  ask(test: TestCase, now: number): string {
    const id = this.#next;
    this.#next += 1;
    this.#asked[id % REMEMBERED] = test;
    const text = normalizeRequest(id, test.input);
    this.#inFlight.set(id, { test, sentAt: now, chars: text.length });
    this.#chars += text.length;
    return text;
  }

  /** Gives up on what is in flight, oldest first: an answer that still comes is ignored. */
  abandon(): TestCase[] {
    const tests = [...this.#inFlight.values()].map(({ test }) => test);
    for (const id of this.#inFlight.keys()) this.#abandoned.add(id);
    this.#inFlight.clear();
    this.#chars = 0;
    return tests;
  }

  /** Keeps a fault that is due to nothing that is being asked; the first few. */
  keepLoose(what: Fault): void {
    if (this.#loose.length < 20) this.#loose.push(what);
  }

  /** Takes the faults that are due to nothing that was being asked. */
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
      // Shutdown may be answered with anything.
      if (id === this.#goodbye || this.#abandoned.delete(id)) return;
      if (message.kind === 'fault') this.#stray(message.fault);
      else this.#unplaced(message.id, message.json);
      return;
    }
    this.#settle(id, pending);
    const answer = message.kind === 'fault' ? message.fault : readAnswer(message.result, message.json);
    if ('text' in answer) this.#activity?.faulty(pending, answer);
    else this.#activity?.answered(pending, answer);
  }

  #settle(id: number, pending: Pending): void {
    this.wire.progress();
    this.#inFlight.delete(id);
    this.#chars -= pending.chars;
  }

  /** An answer to nothing that is in flight. */
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
