import type { TestCase } from '../case/case.ts';
import type { Introduction } from '../protocol/handshake.ts';
import type { CaseResult, RunFault } from '../judge/outcome.ts';
import { openSession, type Opened, type SessionSettings } from './open-session.ts';
import type { PipelineLimits } from './pipeline.ts';
import type { Watchdog } from '../process/process-group.ts';

export interface RunnerSettings
  extends PipelineLimits, Omit<SessionSettings, 'marker' | 'watchdog' | 'sweeps'> {
  /** How many processes run side by side. */
  readonly jobs: number;
  /** Unique per run; marks its processes. */
  readonly run: string;
  /** So many failures are asked again at a time; by default as many as suit a run that is reported at its end. */
  readonly repeatBatch?: number;
  /** Whether a failure is of a kind that was seen, and confirmed, so often that it needs no second question. */
  readonly isFamiliar?: (result: CaseResult) => boolean;
}

/** Why a run stopped that was ended by its signal. */
export const INTERRUPTED = 'interrupted';

/** What the runner tells, as it happens. */
export interface RunnerEvents {
  /** It introduced itself. Gives the cases to ask, and how often it may be started again. */
  readonly started: (introduction: Introduction) => Plan;
  readonly result: (result: CaseResult) => void;
  readonly fault: (fault: RunFault) => void;
  /** Worth knowing, never a verdict. */
  readonly note: (note: string) => void;
}

export interface Plan {
  readonly cases: Iterable<TestCase>;
  readonly maxRestarts: number;
}

/** What the workers of a run share: the cases still to ask, the restarts still allowed, and how to start a process. */
export class Run {
  readonly settings: RunnerSettings;
  readonly events: RunnerEvents;
  readonly #watchdog: Watchdog;
  #source: Iterator<TestCase> = [][Symbol.iterator]();
  #ahead: TestCase | undefined;
  #maxRestarts = 0;
  #restarts = 0;
  #children = 0;
  #stopped: string | undefined;
  /** How many unexplained faults were already looked into. */
  investigations = 0;

  constructor(settings: RunnerSettings, events: RunnerEvents, watchdog: Watchdog) {
    this.settings = settings;
    this.events = events;
    this.#watchdog = watchdog;
  }

  plan({ cases, maxRestarts }: Plan): void {
    this.#source = cases[Symbol.iterator]();
    this.#maxRestarts = maxRestarts;
  }

  get restarts(): number {
    return this.#restarts;
  }

  /** Why no more cases are asked, the first reason; undefined while they are. */
  get stopped(): string | undefined {
    return this.#stopped ?? (this.settings.signal.aborted ? INTERRUPTED : undefined);
  }

  /** What goes wrong after an interruption is due to that. */
  stop(reason: string): void {
    if (!this.settings.signal.aborted) this.#stopped ??= reason;
  }

  hasMore(): boolean {
    this.#ahead ??= this.#pull();
    return this.#ahead !== undefined;
  }

  next(): TestCase | undefined {
    const test = this.#ahead ?? this.#pull();
    this.#ahead = undefined;
    return test;
  }

  /** Counts a process that ended before its time. Past the cap the run stops. */
  countRestart(why: string): void {
    this.#restarts += 1;
    if (this.#restarts <= this.#maxRestarts) return;
    this.stop(
      `it had to be started again more than ${this.#maxRestarts} times (--max-restarts); the last time: ${why}`,
    );
  }

  open(): Promise<Opened> {
    this.#children += 1;
    const marker = `${this.settings.run}.${this.#children}`;
    return openSession({ ...this.settings, marker, watchdog: this.#watchdog, sweeps: true });
  }

  #pull(): TestCase | undefined {
    const next = this.#source.next();
    return next.done === true ? undefined : next.value;
  }
}
