import type { ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import type { Exit } from './exit.ts';
import { endMarked, sendSignal, signalGroup, type Watchdog } from './process-group.ts';
import { END_SIGNAL, readReport } from './supervisor.ts';

/** The processes of one child: the program and all that it started. */
export interface Tree {
  /** Calls the listener once, when the program itself is gone. */
  onExit(listener: (exit: Exit) => void): void;
  /** Asks the program to go. */
  terminate(): void;
  /** Kills the program and all processes that are left. */
  kill(): void;
  /** Ends what the program left behind. `wasKilled` says that it did not go by itself. */
  endRest(wasKilled: boolean): Promise<void>;
}

export interface GroupSettings {
  readonly marker: string;
  readonly sweeps: boolean;
  readonly watchdog: Watchdog;
}

/** A process group. Its members that leave it are found by a marker in their environment, if they keep it. */
export class GroupTree implements Tree {
  readonly #child: ChildProcess;
  readonly #settings: GroupSettings;

  constructor(child: ChildProcess, settings: GroupSettings) {
    this.#child = child;
    this.#settings = settings;
    if (child.pid !== undefined) settings.watchdog.watch(child.pid);
  }

  onExit(listener: (exit: Exit) => void): void {
    this.#child.on('exit', (code, signal) => {
      listener({ code, signal });
    });
  }

  terminate(): void {
    this.#signal('SIGTERM');
  }

  kill(): void {
    this.#signal('SIGKILL');
  }

  async endRest(wasKilled: boolean): Promise<void> {
    const { watchdog, sweeps, marker } = this.#settings;
    this.#signal('SIGKILL');
    if (this.#child.pid !== undefined) watchdog.forget(this.#child.pid);
    if (sweeps || wasKilled) await endMarked(marker);
  }

  #signal(signal: 'SIGTERM' | 'SIGKILL'): void {
    if (this.#child.pid !== undefined) signalGroup(this.#child.pid, signal);
  }
}

/** The supervisor is told to end everything again after this many milliseconds. */
const INSIST_MS = 50;
/** A supervisor that is still there after so many of these calls is killed itself. */
const MOST_CALLS = 40;

/** A program under a supervisor, which ends when no descendant of the program is left. */
export class SupervisedTree implements Tree {
  readonly #supervisor: ChildProcess;
  readonly #report: Readable;
  readonly #program: string;
  readonly #marker: string;
  #isReported = false;
  #isOver = false;

  constructor(
    supervisor: ChildProcess,
    report: Readable,
    { command: [program = ''], marker }: { readonly command: readonly string[]; readonly marker: string },
  ) {
    this.#supervisor = supervisor;
    this.#report = report;
    this.#program = program;
    this.#marker = marker;
  }

  onExit(listener: (exit: Exit) => void): void {
    let report = '';
    let own: Exit | undefined;
    let isRead = false;
    const settle = (): void => {
      if (own === undefined || !isRead) return;
      const exit = readReport(report, this.#program);
      this.#isReported = exit !== undefined;
      this.#isOver = true;
      listener(exit ?? own);
    };
    this.#report.on('data', (chunk: Buffer) => (report += chunk.toString('latin1')));
    this.#report.on('error', () => undefined);
    this.#report.on('close', () => {
      isRead = true;
      settle();
    });
    this.#supervisor.on('exit', (code, signal) => {
      own = { code, signal };
      settle();
    });
  }

  terminate(): void {
    this.#signal('SIGTERM');
  }

  kill(): void {
    let calls = 0;
    const insist = (): void => {
      if (this.#isOver) return;
      calls += 1;
      this.#signal(calls > MOST_CALLS ? 'SIGKILL' : END_SIGNAL);
      setTimeout(insist, INSIST_MS);
    };
    insist();
  }

  async endRest(): Promise<void> {
    // Only a supervisor that was killed, perhaps by the program, leaves something behind.
    if (!this.#isReported) await endMarked(this.#marker);
  }

  #signal(signal: NodeJS.Signals): void {
    if (this.#supervisor.pid !== undefined) sendSignal(this.#supervisor.pid, signal);
  }
}
