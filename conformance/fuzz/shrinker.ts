import type { Edition } from '../edition.ts';
import { setTimeout as delay } from 'node:timers/promises';
import { simplerCases } from '../../generators/generate.ts';
import type { GeneratedCase } from '../../generators/case.ts';
import type { FailureBook } from './failure-book.ts';
import type { Suspect } from './suspect.ts';
import type { Failure, Shown } from './failure.ts';
import { symptomKey, symptomsOf, type Symptom } from '../judge/symptom.ts';
import { isGenerated, testOf, textOf, type GeneratedTest } from '../case/generated-cases.ts';
import type { Asker } from '../runner/asker.ts';
import type { CaseResult } from '../judge/outcome.ts';
import { shrink } from './shrink.ts';
import { defectOf, type SuiteDefect } from '../soundness/suite-defect.ts';

export interface ShrinkerOptions {
  /** A conversation beside those of the run. Closed when the shrinker finishes. */
  readonly asker: Asker;
  readonly book: FailureBook;
  readonly settled: (failure: Failure) => void;
  readonly defect: (defect: SuiteDefect) => void;
}

/** Each failure gets at most this many questions and this much time. A hang takes its whole timeout each time. */
const MOST_TRIES = 3000;
const MOST_MS = 60_000;
/** The first failure waits at most this many milliseconds until enough cases passed to find its cause. */
const PATIENCE_MS = 2000;
/**
 * After an answer, surplus output is awaited for the shortest of these times, in milliseconds, with which the failure
 * happens again.
 */
const SETTLE_MS = [0, 10, 300] as const;

/** Shrinks failures by asking the implementation itself, beside the run. */
export class Shrinker {
  readonly #options: ShrinkerOptions;
  readonly #asker: Asker;
  #work: Promise<void> | undefined;
  #isPatient = true;

  constructor(options: ShrinkerOptions) {
    this.#options = options;
    this.#asker = options.asker;
  }

  /** True while it has something to do. */
  get isBusy(): boolean {
    return this.#work !== undefined;
  }

  /** Reports that the book has something new. */
  wake(): void {
    this.#work ??= this.#whenInformed()
      .then(() => this.#shrinkAll())
      .finally(() => {
        this.#work = undefined;
      });
  }

  /**
   * Finishes when everything in the book was investigated, or the run is stopped. Nothing may be added after this
   * call.
   */
  async finish(): Promise<void> {
    this.#isPatient = false;
    // A failure that was added just as the last work ended has woken nobody.
    this.wake();
    while (this.#work !== undefined) await this.#work;
    await this.#asker.close();
  }

  async #whenInformed(): Promise<void> {
    const until = performance.now() + PATIENCE_MS;
    while (this.#isPatient && !this.#options.book.isInformed && this.#asker.stopped === undefined) {
      this.#isPatient = performance.now() < until;
      await delay(10);
    }
  }

  async #shrinkAll(): Promise<void> {
    const { book, settled } = this.#options;
    while (this.#asker.stopped === undefined) {
      const suspect = book.next();
      if (suspect === undefined) return;
      const failure = await this.#shrink(suspect);
      const found = failure && book.settle(failure);
      if (found !== undefined) settled(found);
    }
  }

  /** Returns undefined if the run was stopped before the failure could be repeated. */
  async #shrink({ symptom, result }: Suspect): Promise<Shown | undefined> {
    const { test } = result;
    if (!isGenerated(test)) return { symptom, result, shrinking: { kind: 'saved' } };
    const key = symptomKey(symptom);
    const repeated = await this.#repeat(test, key);
    if (this.#asker.stopped !== undefined) return undefined;
    if (repeated === undefined) return { symptom, result, shrinking: { kind: 'not-repeated' } };
    const until = performance.now() + MOST_MS;
    const search = new Search(repeated.proof, (candidate) =>
      this.#proofOf(candidate, key, repeated.settleMs),
    );
    const shrunk = await shrink(test.made, repeated.proof, simplerCases, search.prove, {
      tries: MOST_TRIES,
      isOver: () => performance.now() >= until || this.#asker.stopped !== undefined,
    });
    const { proof, finished } = shrunk;
    return { ...proof, shrinking: { kind: finished ? 'done' : 'cut', tries: search.asked } };
  }

  async #repeat(
    test: GeneratedTest,
    key: string,
  ): Promise<{ readonly proof: Proof; readonly settleMs: number } | undefined> {
    for (const settleMs of SETTLE_MS) {
      const proof = await this.#proofOf(test, key, settleMs);
      if (proof !== undefined) return { proof, settleMs };
    }
    return undefined;
  }

  /** Returns a proof if the program fails with a symptom of this key that no known failure explains. */
  async #proofOf(test: GeneratedTest, key: string, settleMs: number): Promise<Proof | undefined> {
    const defect = defectOf(test);
    if (defect !== undefined) {
      this.#options.defect(defect);
      return undefined;
    }
    const result = await this.#asker.ask(test, settleMs);
    if (result === undefined) return undefined;
    const { book } = this.#options;
    const symptom = symptomsOf(result).find(
      (each) => symptomKey(each) === key && !book.isKnown(each, result.test),
    );
    return symptom && { symptom, result };
  }
}

interface Proof {
  readonly symptom: Symptom;
  readonly result: CaseResult;
}

/** Asks each text once, because cases that differ only in their text of the other kind are the same question. */
class Search {
  asked = 0;
  readonly #edition: Edition;
  readonly #kind: GeneratedTest['input']['kind'];
  readonly #ask: (test: GeneratedTest) => Promise<Proof | undefined>;
  readonly #seen = new Set<string>();
  #best: Proof;

  constructor(start: Proof, ask: (test: GeneratedTest) => Promise<Proof | undefined>) {
    const { edition, input } = start.result.test;
    this.#edition = edition;
    this.#kind = input.kind;
    this.#ask = ask;
    this.#best = start;
  }

  readonly prove = async (candidate: GeneratedCase): Promise<Proof | undefined> => {
    const text = textOf(candidate, this.#kind);
    const isBest = text === this.#best.result.test.input.text;
    if (text === undefined || (!isBest && this.#seen.has(text))) return undefined;
    const test = testOf(this.#edition, candidate, this.#kind);
    if (test === undefined) return undefined;
    if (isBest) return moved(this.#best, test);
    this.#seen.add(text);
    this.asked += 1;
    const proof = await this.#ask(test);
    if (proof !== undefined) this.#best = proof;
    return proof;
  };
}

/** Returns the same answer to the same text, for a case that was made in a simpler way. */
function moved({ symptom, result }: Proof, test: GeneratedTest): Proof {
  return { symptom, result: { ...result, test } };
}
