import type { InputKind } from '../../spec/generated/protocol.ts';
import { CorpusDigest } from '../case/corpus-digest.ts';
import type { TestCase } from '../case/case.ts';
import { passesFilter, type Filter } from '../case/topic.ts';
import type { CaseResult } from '../judge/outcome.ts';
import type { Corpus } from '../case/suite-cases.ts';
import { isInShard, type Shard } from '../shard/shard.ts';

/**
 * After this many cases in a row that are not asked, the run ends: its filter leaves out all that are generated. So a
 * log can't make anyone who verifies it go through cases without end.
 */
const MOST_EXCLUDED = 20_000;
/** After this many cases that are not asked, the others get their turn: making them takes a few milliseconds each. */
const AT_ONCE = 100;
/**
 * Of a run that was stopped, the log also lists the cases up to this many places after the last one that was run.
 * Making all further ones would keep an interrupted run of millions from ending.
 */
const LISTED = 1000;

/** The cases that a run chooses from. */
interface Selection {
  readonly finds?: readonly TestCase[];
  readonly cases: Corpus;
  readonly filter?: Filter;
  /** The part of the run that is asked; all of it by default. */
  readonly shard?: Shard;
}

/** The corpus of a run as the log names it. */
export interface AskedCorpus {
  readonly cases: number;
  readonly digest: string;
  /** False if the run ended early. Then the digest is that of the cases that it went through. */
  readonly whole: boolean;
}

/**
 * The cases that a run asks, the saved finds first. Each is made when it is taken, and forgotten when it is settled, so
 * that a run of any length needs no more memory than a short one.
 */
export class CaseSource implements Iterable<TestCase | undefined> {
  /** The number of cases that were made so far, asked or not. */
  made = 0;
  /** The cases that were taken and are not settled, each with its place among all cases, from 1. */
  readonly #open = new Map<TestCase, number>();
  readonly #inputs: readonly InputKind[];
  readonly #filter: Filter;
  readonly #shard: Shard | undefined;
  readonly #finds: ReadonlySet<TestCase>;
  readonly #all: Iterator<TestCase, undefined>;
  readonly #onCase: (test: TestCase) => void;
  readonly #digest = new CorpusDigest();
  /** The next case to take, if it was found already. It is the one that was made last. */
  #ahead: TestCase | undefined;
  #excluded = 0;
  /** The places of the last case that was taken, and of the last one that was run. */
  #lastTaken = 0;
  #lastRun = 0;
  #state: 'going' | 'whole' | 'given-up' = 'going';

  /** `inputs` are the kinds that the implementation takes. `onCase` gets each case of the corpus, asked or not. */
  constructor(
    { finds = [], cases, filter = {}, shard }: Selection,
    inputs: readonly InputKind[],
    onCase: (test: TestCase) => void,
  ) {
    this.#inputs = inputs;
    this.#filter = filter;
    this.#shard = shard;
    this.#finds = new Set(finds);
    this.#all = oneAfterTheOther(finds, cases);
    this.#onCase = onCase;
  }

  /** The number of cases that were taken and are not settled. */
  get open(): number {
    return this.#open.size;
  }

  /** True once there is nothing more to take. */
  get isOver(): boolean {
    return this.#ahead === undefined && this.#state !== 'going';
  }

  /** Takes the next case. Returns undefined if there is none, or none was found for now. */
  take(): TestCase | undefined {
    this.#seek(this.made + AT_ONCE);
    return this.#takeAhead();
  }

  /**
   * Takes one case after the other. Undefined means that none was found for now, and that the others should have their
   * turn. Whoever stops early does not end the source.
   */
  [Symbol.iterator](): Iterator<TestCase | undefined, undefined> {
    return {
      next: () => {
        const value = this.take();
        return value === undefined && this.isOver ? { done: true, value } : { done: false, value };
      },
    };
  }

  settle({ test, outcome }: CaseResult): void {
    const place = this.#open.get(test) ?? 0;
    this.#open.delete(test);
    if (outcome.kind !== 'not-run') this.#lastRun = Math.max(this.#lastRun, place);
  }

  /**
   * Gives the cases that a run leaves without a result at its end. A run that was stopped leaves all further cases, of
   * which it gives those that come soon after the last one that was run. Any other run leaves none; of a log that says
   * otherwise, one case is enough to show it.
   */
  *left(isStopped: boolean): Generator<TestCase, undefined> {
    yield* this.#open.keys();
    const end = isStopped ? this.#endOfStopped() : Infinity;
    for (let isFirst = true; isFirst || isStopped; isFirst = false) {
      this.#seek(end);
      const test = this.#takeAhead();
      if (test === undefined) return;
      yield test;
    }
  }

  /** Returns the corpus of a run that has ended. */
  finish(isStopped: boolean): AskedCorpus {
    const end = isStopped ? this.#endOfStopped() : Infinity;
    // One more shows whether any is left.
    this.#seek(end + 1);
    const whole = this.#state === 'whole' && this.made <= end && this.#ahead === undefined;
    return { ...this.#digest.finish(Math.min(end, this.made) - this.#finds.size), whole };
  }

  #endOfStopped(): number {
    return Math.max(this.#lastRun + LISTED, this.#lastTaken);
  }

  #takeAhead(): TestCase | undefined {
    const found = this.#ahead;
    if (found === undefined) return undefined;
    this.#ahead = undefined;
    this.#lastTaken = this.made;
    this.#digest.count();
    this.#open.set(found, this.made);
    return found;
  }

  /** Makes cases up to one that is asked, or up to this place. */
  #seek(end: number): void {
    while (this.made < end && this.#ahead === undefined && this.#state === 'going') {
      const next = this.#all.next();
      if (next.done === true) this.#state = 'whole';
      else this.#look(next.value);
    }
  }

  #look(test: TestCase): void {
    this.made += 1;
    this.#onCase(test);
    if (!this.#finds.has(test)) this.#digest.add(test);
    if (this.#inputs.includes(test.input.kind) && passesFilter(test, this.#filter)) {
      if (isInShard(this.#shard, test.id)) this.#ahead = test;
      this.#excluded = 0;
      return;
    }
    this.#excluded += 1;
    if (this.#excluded === MOST_EXCLUDED) this.#state = 'given-up';
  }
}

function* oneAfterTheOther(...lists: readonly Iterable<TestCase>[]): Generator<TestCase, undefined> {
  for (const list of lists) yield* list;
}
