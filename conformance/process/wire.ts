import { Child, type ChildSettings } from './child.ts';
import type { Exit } from './exit.ts';
import type { Ending } from './ending.ts';
import { LineSplitter } from '../protocol/framing.ts';

export interface WireSettings extends ChildSettings {
  readonly maxMessageBytes: number;
  /** Aborting this signal kills the child. */
  readonly signal: AbortSignal;
}

export interface WireEvents {
  /** Takes output as it comes. If set, `line` and `pause` are never called. */
  readonly raw?: (chunk: Buffer) => void;
  /** A line without its end, one character per byte. */
  readonly line: (bytes: string) => void;
  /** Called when all lines of one piece of output were reported. */
  readonly pause: () => void;
  /** The last event. */
  readonly ended: (ending: Ending) => void;
}

/** A process that still lives this long after it closed its standard output is stopped. */
const CLOSED_GRACE_MS = 200;
const SHUTDOWN_GRACE_MS = 1000;
/** A silent child that has said next to nothing gets this many milliseconds to show what it kept in a buffer. */
const FLUSH_MS = 200;
/** A timer that fires at least this late shows that the harness itself was busy. */
const LATE_MS = 20;

/** Exchanges lines with a child, and stops a child that stays silent or breaks the framing. */
export class Wire {
  /** The listeners. They may be replaced, and each event is reported only to the listeners of that moment. */
  events: WireEvents;
  /** The time when the last piece of output came, in the milliseconds of performance.now(). */
  now = performance.now();
  /** True if a line ended in CR LF, which is tolerated and noted. */
  hasCrlf = false;
  readonly #child: Child;
  readonly #splitter: LineSplitter;
  readonly #limit: number;
  readonly #signal: AbortSignal;
  readonly #abort = (): void => {
    this.stop({ kind: 'aborted' });
  };
  #cause: Ending | undefined;
  #isOver = false;
  #isClosed = false;
  #exit: Exit | undefined;
  #silence: { readonly ms: number; timer: NodeJS.Timeout } | undefined;
  #progressAt = 0;
  #excusedAt = -1;
  #onEnd: (() => void) | undefined;
  /** The ending of a silent child whose input was closed to see whether it kept its answers back. */
  #waitsForBuffer: Extract<Ending, { kind: 'silent' }> | undefined;
  /** Number of pieces of output so far. */
  #pieces = 0;

  constructor(settings: WireSettings, events: WireEvents) {
    this.events = events;
    this.#limit = settings.maxMessageBytes;
    this.#splitter = new LineSplitter(this.#limit, (bytes) => {
      this.#line(bytes);
    });
    this.#child = new Child(settings, {
      output: (chunk) => {
        this.#output(chunk);
      },
      closed: () => {
        this.#isClosed = true;
        setTimeout(() => {
          this.stop({ kind: 'closed' });
        }, CLOSED_GRACE_MS);
      },
      ended: (exit) => {
        this.#ended(exit);
      },
    });
    this.#signal = settings.signal;
    this.#signal.addEventListener('abort', this.#abort);
    if (this.#signal.aborted) this.#abort();
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  /** The end of the child; undefined while it lives. */
  get exit(): Exit | undefined {
    return this.#exit;
  }

  /**
   * Returns whether the child ends by itself within this many milliseconds. A child that has closed its output by then
   * is given the time to end.
   */
  endsWithin(ms: number): Promise<boolean> {
    if (this.#isOver) return Promise.resolve(true);
    return new Promise((done) => {
      const timer = setTimeout(() => {
        if (!this.#isClosed) done(false);
      }, ms);
      this.#onEnd = () => {
        clearTimeout(timer);
        done(true);
      };
    });
  }

  send(lines: string | Uint8Array): void {
    this.#child.write(lines);
  }

  /** From now on, a silence of `ms` stops the child. `progress` restarts the time. */
  watch(ms: number): void {
    this.unwatch();
    this.#progressAt = performance.now();
    this.#silence = { ms, timer: this.#checkIn(ms) };
  }

  /** Reports that an expected line came. Only this restarts the time, so that chatter is no sign of life. */
  progress(): void {
    this.#progressAt = this.now;
  }

  unwatch(): void {
    clearTimeout(this.#silence?.timer);
    this.#silence = undefined;
  }

  /** Kills the child's whole tree; `ended` follows, with this ending. Later output is not reported. */
  stop(cause: Ending): void {
    if (this.#cause !== undefined || this.#isOver) return;
    this.#cause = cause;
    this.unwatch();
    this.#child.kill();
  }

  /** The child's output after its last newline. */
  rest(): string {
    return this.#splitter.rest();
  }

  /** Forgets the output after the last newline, so that the next line begins without it. */
  dropRest(): void {
    this.#splitter.dropRest();
  }

  /** A position in standard error, for `stderrSince`. */
  stderrMark(): number {
    return this.#child.stderr.total;
  }

  stderrSince(mark: number): string {
    return this.#child.stderr.since(mark);
  }

  /**
   * Sends the goodbye and waits until the child is gone. Kills a child that doesn't go, and returns which of the two
   * happened.
   */
  async close(goodbye: string): Promise<'went' | 'killed'> {
    if (this.#isOver) return 'went';
    this.unwatch();
    let how: 'went' | 'killed' = 'went';
    const timer = setTimeout(() => {
      how = 'killed';
      this.#child.kill();
    }, SHUTDOWN_GRACE_MS);
    await new Promise<void>((done) => {
      this.#onEnd = done;
      this.#child.write(goodbye);
      this.#child.closeInput();
    });
    clearTimeout(timer);
    return how;
  }

  #output(chunk: Buffer): void {
    if (this.#cause !== undefined) return;
    if (this.#waitsForBuffer !== undefined) {
      this.stop({ ...this.#waitsForBuffer, isUnflushed: true });
      return;
    }
    this.#pieces += 1;
    this.now = performance.now();
    if (this.events.raw !== undefined) {
      this.events.raw(chunk);
      return;
    }
    this.#splitter.push(chunk);
    if (this.#splitter.isFull)
      this.stop({ kind: 'too-long', limit: this.#limit, rest: this.rest().slice(0, 1000) });
    else this.events.pause();
    // The time of judging does not count as the child's.
    if (this.#progressAt === this.now) this.#progressAt = performance.now();
  }

  #line(bytes: string): void {
    if (this.#cause !== undefined) return;
    const isCrlf = bytes.charCodeAt(bytes.length - 1) === 13;
    if (isCrlf) this.hasCrlf = true;
    this.events.line(isCrlf ? bytes.slice(0, -1) : bytes);
  }

  #checkIn(ms: number): NodeJS.Timeout {
    const dueAt = performance.now() + ms;
    return setTimeout(() => {
      this.#excuse(performance.now() - dueAt);
      this.#checkSilence();
    }, ms);
  }

  /**
   * Gives the child the time back in which the harness did not listen, because a child whose pipe is full can't write.
   * It does so only once between two signs of progress, as the child's chatter may be what keeps the harness busy.
   */
  #excuse(late: number): void {
    if (this.#silence === undefined || late < LATE_MS || this.#excusedAt === this.#progressAt) return;
    this.#progressAt = Math.max(this.#progressAt, performance.now() - this.#silence.ms + late);
    this.#excusedAt = this.#progressAt;
  }

  /** Reads waiting output before it checks for silence, because a timer may fire first. */
  #checkSilence(): void {
    setImmediate(() => {
      if (this.#silence === undefined) return;
      const { ms } = this.#silence;
      const left = this.#progressAt + ms - performance.now();
      if (left <= 0) this.#giveUp({ kind: 'silent', ms, rest: this.rest() });
      else this.#silence.timer = this.#checkIn(left);
    });
  }

  /**
   * Stops a silent child. Closing its input first shows whether it keeps its answers in a buffer. One that has answered
   * several times does not.
   */
  #giveUp(ending: Extract<Ending, { kind: 'silent' }>): void {
    if (this.#pieces > 1) {
      this.stop(ending);
      return;
    }
    this.unwatch();
    this.#waitsForBuffer = ending;
    this.#child.closeInput();
    setTimeout(() => {
      this.stop(ending);
    }, FLUSH_MS);
  }

  #ended(exit: Exit): void {
    this.#isOver = true;
    this.#exit = exit;
    this.unwatch();
    this.#signal.removeEventListener('abort', this.#abort);
    this.events.ended(this.#cause ?? this.#waitsForBuffer ?? { kind: 'exit', exit, rest: this.rest() });
    this.#onEnd?.();
  }
}
