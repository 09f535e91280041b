import {
  spawn,
  type ChildProcess,
  type ChildProcessWithoutNullStreams,
  type StdioOptions,
} from 'node:child_process';
import { Readable } from 'node:stream';
import { whyNotStarted, type Exit } from './exit.ts';
import { MARKER, type Watchdog } from './process-group.ts';
import { REPORT_FD, supervised, type Supervised } from './supervisor.ts';
import { Tail } from './tail.ts';
import { GroupTree, SupervisedTree, type Tree } from './tree.ts';

export interface ChildSettings {
  readonly command: readonly string[];
  /** Unique per child: `<run>.<number>`. */
  readonly marker: string;
  readonly watchdog: Watchdog;
  /**
   * If true, the processes that left the child's group end with it. That costs some milliseconds per child: for a
   * supervisor, or for a search where there can be none.
   */
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

/** A child whose whole tree of processes is ended with it. */
export class Child {
  readonly stderr = new Tail(STDERR_LIMIT);
  readonly #process: ChildProcessWithoutNullStreams | undefined;
  readonly #tree: Tree | undefined;
  readonly #events: ChildEvents;
  #exit: Exit | undefined;
  #isClosed = false;
  #isTreeGone = false;
  #isOver = false;
  #killing: NodeJS.Timeout | undefined;

  constructor(settings: ChildSettings, events: ChildEvents) {
    this.#events = events;
    const started = start(settings);
    if (started instanceof Error) {
      const reason = reasonOf(started, settings.command);
      setImmediate(() => void this.#leave({ code: null, signal: null, reason }));
      return;
    }
    this.#process = started.process;
    this.#tree = started.tree;
    this.#listen(started.process, started.tree, settings.command);
  }

  /** Writes to standard input. Text that the child has not yet read is kept in memory, so the caller must bound it. */
  write(lines: string | Uint8Array): void {
    this.#process?.stdin.write(lines);
  }

  closeInput(): void {
    this.#process?.stdin.end();
  }

  /** Sends SIGTERM to the child, and after `TERM_GRACE_MS` kills all processes that are left. `ended` follows. */
  kill(): void {
    const tree = this.#tree;
    if (tree === undefined || this.#exit !== undefined || this.#killing !== undefined) return;
    tree.terminate();
    this.#killing = setTimeout(() => {
      tree.kill();
    }, TERM_GRACE_MS);
  }

  #listen(child: ChildProcessWithoutNullStreams, tree: Tree, command: readonly string[]): void {
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
      void this.#leave({ code: null, signal: null, reason: reasonOf(error, command) });
    });
    tree.onExit((exit) => void this.#leave(exit));
    child.on('close', () => {
      this.#isClosed = true;
      if (this.#isTreeGone) this.#finish();
    });
  }

  /** Runs when the main process is gone: ends the rest of its tree and reads the output to its end. */
  async #leave(exit: Exit): Promise<void> {
    if (this.#exit !== undefined) return;
    this.#exit = exit;
    // A child that had to be killed may be only the shell around the process that hangs.
    const wasKilled = this.#killing !== undefined;
    clearTimeout(this.#killing);
    if (this.#process?.pid === undefined) {
      this.#finish();
      return;
    }
    await this.#tree?.endRest(wasKilled);
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

function reasonOf(error: Error, [program = '']: readonly string[]): string {
  return 'code' in error ? whyNotStarted(String(error.code), program) : error.message;
}

interface Started {
  readonly process: ChildProcessWithoutNullStreams;
  readonly tree: Tree;
}

/** Starts the program with its pipes, under a supervisor if it may leave its group. Returns the error if it can't. */
function start(settings: ChildSettings): Started | Error {
  const { command, marker, sweeps, watchdog } = settings;
  const env = { ...process.env, [MARKER]: marker };
  const under = sweeps ? supervised(command, env) : undefined;
  const child = spawnDetached(under ?? { command, env }, under === undefined ? [] : ['pipe']);
  if (child instanceof Error) return child;
  const report = child.stdio[REPORT_FD];
  const tree =
    report instanceof Readable
      ? new SupervisedTree(child, report, settings)
      : new GroupTree(child, { marker, sweeps, watchdog });
  return { process: child, tree };
}

/** Starts a process in a group and session of its own. `more` are its pipes after the usual three. */
function spawnDetached(
  { command, env }: Pick<Supervised, 'env'> & { readonly command: readonly string[] },
  more: readonly 'pipe'[],
): ChildProcessWithoutNullStreams | Error {
  const [program = '', ...args] = command;
  try {
    const stdio = ['pipe', 'pipe', 'pipe', ...more] satisfies StdioOptions;
    const child: ChildProcess = spawn(program, args, { detached: true, stdio, env, windowsHide: true });
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
