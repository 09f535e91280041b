import type { Integrity } from '../../reports/verdict.ts';

/** The first flaws are kept, this many. An edited header spoils every line after it. */
const KEPT = 20;

/** What is wrong with a log, one sentence each. All flaws are counted, and the first few are kept. */
export class Flaws {
  readonly kept: string[] = [];
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** What was found so far, as a value that stays as it is. */
  get found(): Integrity {
    return { count: this.#count, kept: [...this.kept] };
  }

  add(sentence: string): void {
    this.#count += 1;
    if (this.kept.length < KEPT) this.kept.push(sentence);
  }

  /** Adds a flaw of the whole log, which is shown before those of its lines. */
  addFirst(sentence: string): void {
    this.#count += 1;
    this.kept.unshift(sentence);
  }
}
