import { decodeLine } from '../protocol/framing.ts';
import type { Ending } from '../process/ending.ts';
import { Wire, type WireSettings } from '../process/wire.ts';

/** One message of a conversation, with its exact text on one line. Messages are in the order in which they happened. */
export interface Said {
  readonly who: 'suite' | 'program' | 'stderr';
  readonly text: string;
}

export type Heard =
  | { readonly kind: 'line'; readonly bytes: string }
  | { readonly kind: 'silence' }
  | { readonly kind: 'ended'; readonly ending: Ending };

/** At most this many unread lines are kept. Further lines of a flood are dropped. */
const MOST_WAITING = 1000;

/** A conversation with a program, line by line, that records every message. */
export class Conversation {
  readonly said: Said[] = [];
  readonly #wire: Wire;
  readonly #waiting: Heard[] = [];
  #listener: (() => void) | undefined;
  #stderrMark = 0;

  constructor(settings: WireSettings) {
    this.#wire = new Wire(settings, {
      line: (bytes) => {
        this.#hear({ kind: 'line', bytes });
      },
      pause: () => undefined,
      ended: (ending) => {
        this.#hear({ kind: 'ended', ending });
      },
    });
  }

  get hasCrlf(): boolean {
    return this.#wire.hasCrlf;
  }

  say(...lines: string[]): void {
    for (const line of lines) this.said.push({ who: 'suite', text: line.trimEnd() });
    this.#wire.send(lines.join(''));
  }

  /** Returns the next line or the end, or silence if nothing comes for `ms` milliseconds. */
  async listen(ms: number): Promise<Heard> {
    if (this.#waiting.length === 0) await this.#somethingOr(ms);
    this.#noteStderr();
    const heard = this.#waiting[0];
    // The end stays in the queue, so every later call returns it again.
    if (heard !== undefined && heard.kind !== 'ended') this.#waiting.shift();
    if (heard?.kind === 'line') this.said.push({ who: 'program', text: decodeLine(heard.bytes).text });
    return heard ?? { kind: 'silence' };
  }

  /** The output after the last newline. */
  rest(): string {
    return decodeLine(this.#wire.rest()).text;
  }

  /** The lines that nobody listened to. */
  unread(): readonly string[] {
    return this.#waiting.flatMap((heard) => (heard.kind === 'line' ? [heard.bytes] : []));
  }

  /** Sends the goodbye. Returns whether the program had to be killed. */
  async close(goodbye: string): Promise<'went' | 'killed'> {
    if (!this.#wire.isOver) this.said.push({ who: 'suite', text: goodbye.trimEnd() });
    const how = await this.#wire.close(goodbye);
    this.#noteStderr();
    return how;
  }

  #hear(heard: Heard): void {
    if (heard.kind === 'line' && this.#waiting.length >= MOST_WAITING) return;
    this.#waiting.push(heard);
    this.#listener?.();
  }

  #somethingOr(ms: number): Promise<void> {
    return new Promise((done) => {
      const timer = setTimeout(finish, ms);
      this.#listener = finish;
      function finish(): void {
        clearTimeout(timer);
        done();
      }
    });
  }

  #noteStderr(): void {
    const text = this.#wire.stderrSince(this.#stderrMark);
    this.#stderrMark = this.#wire.stderrMark();
    for (const line of text.split('\n'))
      if (line.trim() !== '') this.said.push({ who: 'stderr', text: line });
  }
}
