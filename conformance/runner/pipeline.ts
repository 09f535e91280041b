import type { TestCase } from '../case/case.ts';
import type { Ending } from '../process/ending.ts';
import type { Fault } from '../protocol/fault.ts';
import { afterAnswer } from '../protocol/no-newline.ts';
import type { Answer } from '../protocol/protocol.ts';
import type { Activity, Pending, Session } from './session.ts';

/** Gives cases to a pipeline and takes their answers. Durations are in milliseconds. */
export interface CaseFlow {
  /** Returns the next case. After undefined the pipeline runs dry. */
  readonly next: () => TestCase | undefined;
  readonly answered: (test: TestCase, answer: Answer, ms: number) => void;
  /** Called for a fault in the answer to a case. */
  readonly faulty: (test: TestCase, fault: Fault, ms: number) => void;
  /** Called for a second answer to a case. */
  readonly repeated: (test: TestCase, fault: Fault) => void;
}

export interface PipelineLimits {
  readonly timeoutMs: number;
  /** The number of requests in flight never exceeds this, whatever window the program declares. */
  readonly maxWindow: number;
  /** The requests in flight have at most this many characters, unless one request alone is larger. */
  readonly maxCharsInFlight: number;
}

/** The reason why a pipeline stopped. `suspects` were in flight, oldest first. */
export type Stop =
  | { readonly kind: 'dry' }
  /** A fault that names no case. The session is still usable. */
  | { readonly kind: 'fault'; readonly faults: readonly Fault[]; readonly suspects: readonly TestCase[] }
  | { readonly kind: 'ended'; readonly ending: Ending; readonly suspects: readonly TestCase[] };

/** After a fault that names no case, silence of this length means that no more answers come. */
const QUIET_MS = 250;
/** This many faults in one pipeline are a flood, and the process is stopped. */
const FLOOD = 1000;

/** Keeps as many questions in flight as the session allows, until no cases are left or a fault stops it. */
export function runPipeline(session: Session, limits: PipelineLimits, flow: CaseFlow): Promise<Stop> {
  return new Promise((done) => {
    new PipelineActivity(session, limits, flow, done).start();
  });
}

class PipelineActivity implements Activity {
  readonly #session: Session;
  readonly #limits: PipelineLimits;
  readonly #flow: CaseFlow;
  readonly #done: (stop: Stop) => void;
  readonly #window: number;
  readonly #quarter: number;
  readonly #faults: Fault[] = [];
  #suspects: readonly TestCase[] = [];
  /** Number of questions that were abandoned before this pipeline. It does not wait for their answers. */
  #owedBefore = 0;
  #isDry = false;
  #quiet: NodeJS.Timeout | undefined;

  constructor(session: Session, limits: PipelineLimits, flow: CaseFlow, done: (stop: Stop) => void) {
    this.#session = session;
    this.#limits = limits;
    this.#flow = flow;
    this.#done = done;
    this.#window = Math.min(session.introduction.window, limits.maxWindow);
    this.#quarter = Math.max(1, this.#window >> 2);
  }

  start(): void {
    this.#session.begin(this);
    this.#session.wire.watch(this.#limits.timeoutMs);
    this.#refill(performance.now());
  }

  answered(pending: Pending, answer: Answer): void {
    this.#flow.answered(pending.test, answer, this.#session.wire.now - pending.sentAt);
  }

  faulty(pending: Pending, fault: Fault): void {
    this.#flow.faulty(pending.test, fault, this.#session.wire.now - pending.sentAt);
  }

  /** The fault belongs to this question or to the one that was answered before. */
  spoilt({ test }: Pending, fault: Fault): void {
    this.stray(fault);
    this.#suspects = [test, ...this.#suspects];
  }

  repeated(test: TestCase, fault: Fault): void {
    this.#flow.repeated(test, fault);
  }

  /**
   * Gives up all questions in flight, because the fault can't be assigned to one of them. They are asked again one by
   * one.
   */
  stray(fault: Fault): void {
    this.#faults.push(fault);
    if (this.#faults.length === 1) {
      this.#owedBefore = this.#session.owed;
      this.#suspects = this.#session.abandon();
      this.#session.wire.unwatch();
    }
    if (this.#faults.length >= FLOOD) this.#session.wire.stop({ kind: 'flood', fault });
  }

  pause(): void {
    if (this.#faults.length > 0) this.#drain();
    else this.#refill(this.#session.wire.now);
  }

  ended(ending: Ending): void {
    clearTimeout(this.#quiet);
    this.#finish({ kind: 'ended', ending, suspects: [...this.#suspects, ...this.#session.abandon()] });
  }

  /** Sends requests in batches, whenever a quarter of the window is free. */
  #refill(now: number): void {
    const session = this.#session;
    const { inFlight } = session;
    if (!this.#isDry && (inFlight === 0 || this.#window - inFlight >= this.#quarter)) {
      const batch = this.#batch(now);
      if (batch !== '') session.wire.send(batch);
    }
    if (this.#isDry && session.inFlight === 0) this.#runDry();
  }

  #runDry(): void {
    clearTimeout(this.#quiet);
    if (this.#session.isInsideLine)
      this.#quiet = setTimeout(() => {
        this.#stopDry();
      }, QUIET_MS);
    else this.#stopDry();
  }

  #stopDry(): void {
    const rest = this.#session.takeRest();
    if (rest === '') this.#finish({ kind: 'dry' });
    else this.#finish({ kind: 'fault', faults: [afterAnswer(rest)], suspects: [] });
  }

  #batch(now: number): string {
    const session = this.#session;
    let batch = '';
    while (session.inFlight < this.#window) {
      if (session.inFlight > 0 && session.charsInFlight >= this.#limits.maxCharsInFlight) break;
      const test = this.#flow.next();
      this.#isDry = test === undefined;
      if (test === undefined) break;
      batch += session.ask(test, now);
    }
    return batch;
  }

  /** Waits for the answers to questions that this pipeline abandoned, so that they don't disturb the next ones. */
  #drain(): void {
    clearTimeout(this.#quiet);
    if (this.#session.owed <= this.#owedBefore && !this.#session.isInsideLine) this.#stopOnFault();
    else
      this.#quiet = setTimeout(() => {
        this.#stopOnFault();
      }, QUIET_MS);
  }

  #stopOnFault(): void {
    this.#session.wire.dropRest();
    this.#finish({ kind: 'fault', faults: this.#faults, suspects: this.#suspects });
  }

  #finish(stop: Stop): void {
    this.#session.finish();
    this.#done(stop);
  }
}
