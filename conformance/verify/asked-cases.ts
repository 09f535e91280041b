import type { TestCase } from '../case/case.ts';

/** The case behind a line of a log: one that was asked, or none, because it was used before or does not exist. */
export type Taken =
  | { readonly kind: 'case'; readonly test: TestCase }
  | { readonly kind: 'used' }
  | { readonly kind: 'unknown' };

/** The cases that a run asked, each of which has one line in its log. */
export class AskedCases {
  readonly #open = new Map<string, TestCase[]>();

  constructor(cases: readonly TestCase[]) {
    for (const test of cases) {
      const same = this.#open.get(test.id);
      if (same === undefined) this.#open.set(test.id, [test]);
      else same.push(test);
    }
  }

  /**
   * Takes the case with this id. Cases with equal texts have equal ids, and are told apart by what they exercise.
   */
  take(id: string, requirements: readonly string[]): Taken {
    const open = this.#open.get(id);
    if (open === undefined) return { kind: 'unknown' };
    const exact = open.findIndex((test) => test.requirements.join() === requirements.join());
    const [test] = open.splice(Math.max(exact, 0), 1);
    return test === undefined ? { kind: 'used' } : { kind: 'case', test };
  }
}
