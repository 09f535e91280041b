import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { killMarked, MARKER, signalGroup, type Watchdog } from './process-group.ts';
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
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #settings: ChildSettings;
  readonly #events: ChildEvents;
  #exit: Exit | undefined;
  #isOver = false;
  #killing: NodeJS.Timeout | undefined;

  constructor(settings: ChildSettings, events: ChildEvents) {
    this.#settings = settings;
    this.#events = events;
    this.#process = spawnDetached(settings);
    const { stdin, stdout, stderr, pid } = this.#process;
    if (pid !== undefined) settings.watchdog.watch(pid);
    // A child that is gone or doesn't read is told by its end or its silence.
    stdin.on('error', () => undefined);
    stdout.on('data', events.output);
    stdout.on('end', () => {
      if (this.#exit === undefined) events.closed();
    });
    stderr.on('data', (chunk: Buffer) => {
      this.stderr.push(chunk);
    });
    this.#process.on('error', (error) => {
      this.#leave({ code: null, signal: null, reason: error.message });
    });
    this.#process.on('exit', (code, signal) => {
      this.#leave({ code, signal });
    });
    this.#process.on('close', () => {
      this.#finish();
    });
  }

  /** What is not yet taken by the child is held: the caller bounds how much is under way. */
  write(lines: string | Uint8Array): void {
    this.#process.stdin.write(lines);
  }

  closeInput(): void {
    this.#process.stdin.end();
  }

  /** SIGTERM to the group, and SIGKILL to what is still there shortly after. `ended` follows. */
  kill(): void {
    const { pid } = this.#process;
    if (pid === undefined || this.#exit !== undefined || this.#killing !== undefined) return;
    signalGroup(pid, 'SIGTERM');
    this.#killing = setTimeout(() => {
      signalGroup(pid, 'SIGKILL');
    }, TERM_GRACE_MS);
  }

  /** The main process is gone: the rest of its tree follows, and what it wrote is read to the end. */
  #leave(exit: Exit): void {
    if (this.#exit !== undefined) return;
    this.#exit = exit;
    clearTimeout(this.#killing);
    const { pid } = this.#process;
    if (pid === undefined) {
      this.#finish();
      return;
    }
    signalGroup(pid, 'SIGKILL');
    if (this.#settings.sweeps) killMarked(this.#settings.marker);
    this.#settings.watchdog.forget(pid);
    this.#killing = setTimeout(() => {
      this.#finish();
    }, DRAIN_MS);
  }

  #finish(): void {
    if (this.#isOver || this.#exit === undefined) return;
    this.#isOver = true;
    clearTimeout(this.#killing);
    for (const stream of [this.#process.stdin, this.#process.stdout, this.#process.stderr]) stream.destroy();
    this.#events.ended(this.#exit);
  }
}

function spawnDetached({ command, marker }: ChildSettings): ChildProcessWithoutNullStreams {
  const [program = '', ...args] = command;
  const env = { ...process.env, [MARKER]: marker };
  return spawn(program, args, { detached: true, stdio: ['pipe', 'pipe', 'pipe'], env, windowsHide: true });
}
