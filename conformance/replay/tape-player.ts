import { describeOutcome } from '../judge/outcome.ts';
import type { Ending } from '../process/ending.ts';
import { startWatchdog } from '../process/process-group.ts';
import type { Wire } from '../process/wire.ts';
import { shutdownRequest } from '../protocol/protocol.ts';
import { openSession } from '../runner/open-session.ts';
import type { RunnerSettings } from '../runner/run.ts';
import type { Lines, Tape } from './tape.ts';
import { outcomeOfEnding } from '../judge/ending-outcome.ts';

/** The result of a replay. */
export interface Replayed {
  /** Number of cases, from the first one on, that were answered byte for byte as on the tape. */
  readonly confirmed: number;
  /** The reason why the replay ended early; absent at the end of the tape. */
  readonly stopped?: string;
}

/**
 * Asks a program the questions on a tape again, one piece of the tape after the other. Its output is compared with the
 * tape's answers as it comes, without looking for lines, so this costs little more than moving the bytes. The first
 * different byte ends the replay, although another order or another spelling may be right as well: only `runCases` can
 * tell.
 */
export async function playTape(settings: RunnerSettings, tape: Iterable<Tape>): Promise<Replayed> {
  const watchdog = startWatchdog(settings.run);
  try {
    const marker = `${settings.run}.replay`;
    const opened = await openSession({ ...settings, marker, watchdog, sweeps: true });
    if (opened.kind === 'failed') return { confirmed: 0, stopped: opened.diagnosis };
    const { wire, introduction } = opened.session;
    const { replayed, asked } = await new Promise<Played>((done) => {
      const limits = { ...settings, window: introduction.window };
      new Player(wire, tape[Symbol.iterator](), limits, done).start();
    });
    await wire.close(shutdownRequest(asked + 1));
    return replayed;
  } finally {
    watchdog.dismiss();
  }
}

type Limits = Pick<RunnerSettings, 'timeoutMs' | 'maxWindow' | 'maxCharsInFlight'> & {
  readonly window: number;
};

/** A replay, and the number of questions that were sent, whose ids count up from 1. */
interface Played {
  readonly replayed: Replayed;
  readonly asked: number;
}

const EMPTY: Lines = { bytes: Buffer.alloc(0), ends: [0] };

class Player {
  readonly #wire: Wire;
  readonly #pieces: Iterator<Tape>;
  /** The piece of the tape that is played. */
  #tape: Tape = { cases: [], questions: EMPTY, answers: EMPTY };
  /** Number of cases in the pieces that were played before. */
  #before = 0;
  readonly #limits: Limits;
  readonly #done: (played: Played) => void;
  readonly #window: number;
  #asked = 0;
  #answered = 0;
  /** Number of answer bytes received so far. */
  #received = 0;

  constructor(wire: Wire, pieces: Iterator<Tape>, limits: Limits, done: (played: Played) => void) {
    this.#wire = wire;
    this.#pieces = pieces;
    this.#limits = limits;
    this.#done = done;
    this.#window = Math.min(limits.window, limits.maxWindow);
  }

  start(): void {
    this.#wire.events = {
      raw: (chunk) => {
        this.#take(chunk);
      },
      line: () => undefined,
      pause: () => undefined,
      ended: (ending) => {
        this.#finish(describeEnding(ending));
      },
    };
    if (this.#wire.rest() !== '') {
      this.#finish('it wrote something before it was asked');
      return;
    }
    this.#wire.watch(this.#limits.timeoutMs);
    this.#refill();
  }

  #take(chunk: Buffer): void {
    const { bytes, ends } = this.#tape.answers;
    const end = this.#received + chunk.length;
    const isAsked = end <= endOf(ends, this.#asked);
    if (!isAsked || bytes.compare(chunk, 0, chunk.length, this.#received, end) !== 0) {
      this.#finish(`it answered the case ${this.#tape.cases[this.#answered] ?? ''} otherwise`);
      return;
    }
    this.#received = end;
    const before = this.#answered;
    while (this.#answered < this.#asked && endOf(ends, this.#answered + 1) <= end) this.#answered += 1;
    if (this.#answered > before) this.#wire.progress();
    this.#refill();
  }

  /** Sends questions in batches, whenever a quarter of the window is free. */
  #refill(): void {
    if (this.#answered === this.#tape.cases.length && !this.#changePiece()) {
      this.#finish();
      return;
    }
    const { questions, cases } = this.#tape;
    const from = this.#asked;
    const isDue = from === this.#answered || this.#window - (from - this.#answered) >= this.#window >> 2;
    if (!isDue || from === cases.length) return;
    const last = Math.min(cases.length, this.#answered + this.#window);
    // A single question may be larger than this limit.
    const most = endOf(questions.ends, this.#answered) + this.#limits.maxCharsInFlight;
    while (
      this.#asked < last &&
      (this.#asked === this.#answered || endOf(questions.ends, this.#asked) < most)
    )
      this.#asked += 1;
    if (this.#asked > from)
      this.#wire.send(
        questions.bytes.subarray(endOf(questions.ends, from), endOf(questions.ends, this.#asked)),
      );
  }

  /** Goes on to the next piece of the tape. Returns whether there is one. */
  #changePiece(): boolean {
    const next = this.#pieces.next();
    if (next.done === true) return false;
    this.#before += this.#answered;
    this.#tape = next.value;
    this.#asked = 0;
    this.#answered = 0;
    this.#received = 0;
    return true;
  }

  #finish(stopped?: string): void {
    this.#wire.unwatch();
    this.#wire.events = { line: () => undefined, pause: () => undefined, ended: () => undefined };
    const confirmed = this.#before + this.#answered;
    const replayed = { confirmed, ...(stopped === undefined ? {} : { stopped }) };
    this.#done({ replayed, asked: this.#before + this.#asked });
  }
}

function endOf(ends: readonly number[], index: number): number {
  return ends[index] ?? Infinity;
}

function describeEnding(ending: Ending): string {
  return ending.kind === 'aborted' ? 'interrupted' : describeOutcome(outcomeOfEnding(ending));
}
