import { spawn, type ChildProcess, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { endMarked, MARKER, signalGroup, type Watchdog } from './process-group.ts';
import { Tail } from './tail.ts';

/** The end of a child. `reason` is set when the child could not be started. */
export interface Exit {
  readonly code: number | null;
  readonly signal: string | null;
  readonly reason?: string;
}

export interface ChildSettings {
  readonly command: readonly string[];
  /** Unique per child: `<run>.<number>`. */
  readonly marker: string;
  readonly watchdog: Watchdog;
  /** If true, every ending child costs a search, of some milliseconds, for processes that left its group. */
  readonly sweeps: boolean;
}

export interface ChildEvents {
  readonly output: (chunk: Buffer) => void;
  /** Standard output was closed while the child lives on. */
  readonly closed: () => void;
  /** The last event: the child and its whole tree are gone, and all output was reported. */
  readonly ended: (exit: Exit) => void;
}

const STDERR_LIMIT = 8192;
/** A child that still lives this long after SIGTERM gets SIGKILL. */
const TERM_GRACE_MS = 300;
/** Pipes that are still open this long after every process that could hold them was killed are given up. */
const DRAIN_MS = 300;

/** A child in a process group of its own, with a marker in the environment by which its whole tree is found. */
export class Child {
  readonly stderr = new Tail(STDERR_LIMIT);
  readonly #process: ChildProcessWithoutNullStreams | undefined;
  readonly #settings: ChildSettings;
  readonly #events: ChildEvents;
  #exit: Exit | undefined;
  #isClosed = false;
  #isTreeGone = false;
  #isOver = false;
  #killing: NodeJS.Timeout | undefined;

  constructor(settings: ChildSettings, events: ChildEvents) {
    this.#settings = settings;
    this.#events = events;
    const started = spawnDetached(settings);
    if (started instanceof Error) {
      setImmediate(
        () => void this.#leave({ code: null, signal: null, reason: reasonOf(started, settings.command) }),
      );
      return;
    }
    this.#process = started;
    if (started.pid !== undefined) settings.watchdog.watch(started.pid);
    this.#listen(started);
  }

  /** Writes to standard input. Text that the child has not yet read is kept in memory, so the caller must bound it. */
  write(lines: string | Uint8Array): void {
    this.#process?.stdin.write(lines);
  }

  closeInput(): void {
    this.#process?.stdin.end();
  }

  /** Sends SIGTERM to the group, and after `TERM_GRACE_MS` SIGKILL to the processes that are left. `ended` follows. */
  kill(): void {
    const pid = this.#process?.pid;
    if (pid === undefined || this.#exit !== undefined || this.#killing !== undefined) return;
    signalGroup(pid, 'SIGTERM');
    this.#killing = setTimeout(() => {
      signalGroup(pid, 'SIGKILL');
    }, TERM_GRACE_MS);
  }

  #listen(child: ChildProcessWithoutNullStreams): void {
    const { stdin, stdout, stderr } = child;
    // A child that is gone or doesn't read is noticed by its end or its silence.
    stdin.on('error', () => undefined);
    stdout.on('data', this.#events.output);
    stdout.on('end', () => {
      if (this.#exit === undefined) this.#events.closed();
    });
    stderr.on('data', (chunk: Buffer) => {
      this.stderr.push(chunk);
    });
    child.on('error', (error) => {
      const reason = reasonOf(error, this.#settings.command);
      void this.#leave({ code: null, signal: null, reason });
    });
    child.on('exit', (code, signal) => void this.#leave({ code, signal }));
    child.on('close', () => {
      this.#isClosed = true;
      if (this.#isTreeGone) this.#finish();
    });
  }

  /** Runs when the main process is gone: kills the rest of its tree and reads the output to its end. */
  async #leave(exit: Exit): Promise<void> {
    if (this.#exit !== undefined) return;
    this.#exit = exit;
    clearTimeout(this.#killing);
    const pid = this.#process?.pid;
    if (pid === undefined) {
      this.#finish();
      return;
    }
    signalGroup(pid, 'SIGKILL');
    this.#settings.watchdog.forget(pid);
    // A child that had to be killed may be only the shell around the process that hangs.
    if (this.#settings.sweeps || this.#killing !== undefined) await endMarked(this.#settings.marker);
    this.#isTreeGone = true;
    if (this.#isClosed) this.#finish();
    else
      this.#killing = setTimeout(() => {
        this.#finish();
      }, DRAIN_MS);
  }

  #finish(): void {
    if (this.#isOver || this.#exit === undefined) return;
    this.#isOver = true;
    clearTimeout(this.#killing);
    for (const stream of this.#process?.stdio ?? []) stream?.destroy();
    this.#events.ended(this.#exit);
  }
}

/** Says in words why a program did not start. */
function reasonOf(error: Error, [program = '']: readonly string[]): string {
  switch ('code' in error ? error.code : undefined) {
    case 'ENOENT':
      return `there is no program ${program}`;
    case 'EACCES':
      return `${program} is not executable`;
    case 'ENOTDIR':
      return `${program} is below a file`;
    default:
      return error.message;
  }
}

/** Starts the process with its pipes. Returns the error if it can't be started. */
function spawnDetached({ command, marker }: ChildSettings): ChildProcessWithoutNullStreams | Error {
  const [program = '', ...args] = command;
  const env = { ...process.env, [MARKER]: marker };
  try {
    const child: ChildProcess = spawn(program, args, {
      detached: true,
      stdio: 'pipe',
      env,
      windowsHide: true,
    });
    if (hasPipes(child)) return child;
    child.on('error', () => undefined);
    return new Error('there are not enough file descriptors');
  } catch (error) {
    // The system reports some errors as events and throws others.
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** When the system has no file descriptors left, the child has no pipes, although the types say otherwise. */
function hasPipes(child: ChildProcess): child is ChildProcessWithoutNullStreams {
  return child.stdin != null && child.stdout != null && child.stderr != null;
}
