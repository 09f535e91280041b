import { setImmediate as nextTurn } from 'node:timers/promises';
import type { TestCase } from '../case/case.ts';
import type { Introduction } from '../protocol/handshake.ts';
import type { CaseResult, RunFault } from '../judge/outcome.ts';
import { openSession, type Opened, type SessionSettings } from './open-session.ts';
import type { PipelineLimits } from './pipeline.ts';
import type { Watchdog } from '../process/process-group.ts';

export interface RunnerSettings
  extends PipelineLimits, Omit<SessionSettings, 'marker' | 'watchdog' | 'sweeps'> {
  /** The number of processes that run side by side. */
  readonly jobs: number;
  /** A name that is unique per run and marks its processes. */
  readonly run: string;
  /** Failures are re-asked in batches of this size. The default suits a run that is reported at its end. */
  readonly repeatBatch?: number;
  /** Returns whether a failure is of a kind that was confirmed so often that it needs no second question. */
  readonly isFamiliar?: (result: CaseResult) => boolean;
}

/** The reason to stop of a run that was ended by its signal. */
export const INTERRUPTED = 'interrupted';

/** The events of the runner, in the order in which they happen. */
export interface RunnerEvents {
  /** The program introduced itself. Returns the cases to ask and the number of allowed restarts. */
  readonly started: (introduction: Introduction) => Plan;
  readonly result: (result: CaseResult) => void;
  readonly fault: (fault: RunFault) => void;
  /** A remark, which never changes a verdict. */
  readonly note: (note: string) => void;
}

export interface Plan {
  /** Undefined stands for a case that was not found yet: looking for it goes on after a turn of the others. */
  readonly cases: Iterable<TestCase | undefined>;
  readonly maxRestarts: number;
}

/**
 * The state that the workers of a run share: the open cases, the restarts that are left, and the way to start a
 * process.
 */
export class Run {
  readonly settings: RunnerSettings;
  readonly events: RunnerEvents;
  readonly #watchdog: Watchdog;
  #source: Iterator<TestCase | undefined> = [][Symbol.iterator]();
  #isDry = false;
  #ahead: TestCase | undefined;
  #maxRestarts = 0;
  #restarts = 0;
  #children = 0;
  #stopped: string | undefined;
  /** Number of unexplained faults that were investigated so far. */
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

  /** The first reason why no more cases are asked; undefined while cases are asked. */
  get stopped(): string | undefined {
    return this.#stopped ?? (this.settings.signal.aborted ? INTERRUPTED : undefined);
  }

  /** Stops the run. After an interruption the reason is always the interruption. */
  stop(reason: string): void {
    if (!this.settings.signal.aborted) this.#stopped ??= reason;
  }

  /** Returns whether another case is left. It looks for one until it is found, or the run is stopped. */
  async hasMore(): Promise<boolean> {
    for (;;) {
      this.#ahead ??= this.#pull();
      if (this.#ahead !== undefined || this.#isDry || this.stopped !== undefined) break;
      await nextTurn();
    }
    return this.#ahead !== undefined;
  }

  /** Returns the next case. Undefined may also mean that it was not found yet, which `hasMore` tells. */
  next(): TestCase | undefined {
    const test = this.#ahead ?? this.#pull();
    this.#ahead = undefined;
    return test;
  }

  /** Counts a process that ended too early. Beyond the limit of restarts the run stops. */
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
    this.#isDry ||= next.done === true;
    return next.done === true ? undefined : next.value;
  }
}
