import { spawn, type ChildProcess, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { endMarked, MARKER, signalGroup, type Watchdog } from './process-group.ts';
import { Tail } from './tail.ts';

/** How a child ended. `reason` is set when it could not be started. */
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
  /** Looks for processes that left the group, each time a child ends. Costs milliseconds. */
  readonly sweeps: boolean;
}

export interface ChildEvents {
  readonly output: (chunk: Buffer) => void;
  /** Standard output was closed while the child lives on. */
  readonly closed: () => void;
  /** The last event: the process is gone, and so is its whole tree, and all that it wrote was reported. */
  readonly ended: (exit: Exit) => void;
}

const STDERR_LIMIT = 8192;
/** How long a child may take to go after SIGTERM. */
const TERM_GRACE_MS = 300;
/** How long pipes may stay open after everything that could hold them was killed. */
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
      setImmediate(() => void this.#leave({ code: null, signal: null, reason: started.message }));
      return;
    }
    this.#process = started;
    if (started.pid !== undefined) settings.watchdog.watch(started.pid);
    this.#listen(started);
  }

  /** What is not yet taken by the child is held: the caller bounds how much is under way. */
  write(lines: string | Uint8Array): void {
    this.#process?.stdin.write(lines);
  }

  closeInput(): void {
    this.#process?.stdin.end();
  }

  /** SIGTERM to the group, and SIGKILL to what is still there shortly after. `ended` follows. */
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
    // A child that is gone or doesn't read is told by its end or its silence.
    stdin.on('error', () => undefined);
    stdout.on('data', this.#events.output);
    stdout.on('end', () => {
      if (this.#exit === undefined) this.#events.closed();
    });
    stderr.on('data', (chunk: Buffer) => {
      this.stderr.push(chunk);
    });
    child.on('error', (error) => void this.#leave({ code: null, signal: null, reason: error.message }));
    child.on('exit', (code, signal) => void this.#leave({ code, signal }));
    child.on('close', () => {
      this.#isClosed = true;
      if (this.#isTreeGone) this.#finish();
    });
  }

  /** The main process is gone: the rest of its tree follows, and what it wrote is read to the end. */
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
    // One that had to be killed may be the shell around the one that hangs.
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

/** The process with its pipes, or why there is none. */
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
    // Some errors of the system are events, and others are thrown.
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Where the system has no file descriptors left, there are none, whatever the types say. */
function hasPipes(child: ChildProcess): child is ChildProcessWithoutNullStreams {
  return child.stdin != null && child.stdout != null && child.stderr != null;
}
