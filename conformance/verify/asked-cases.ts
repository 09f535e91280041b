import type { TestCase } from '../case/case.ts';
import type { CaseSource } from '../certify/case-source.ts';

/**
 * Results come in another order than their cases are asked, but no run has more open cases than these: for each of its
 * processes those in flight (1024), those that are asked again (64), and a few more.
 */
const OPEN = 16_384;
const OPEN_PER_JOB = 4096;

/** The cases that a run asked, each of which has one line in its log. They are made as the lines come. */
export class AskedCases {
  readonly #source: CaseSource;
  readonly #most: number;
  readonly #open = new Map<string, TestCase[]>();

  /**
   * `rows` is the number of lines in the log: a run that asked more cases than these left some out. So no log makes
   * anyone go through cases of which it holds no evidence.
   */
  constructor(source: CaseSource, { jobs, rows }: { readonly jobs: number; readonly rows: number }) {
    this.#source = source;
    this.#most = Math.min(rows, OPEN + OPEN_PER_JOB * jobs);
  }

  /**
   * Takes the case with this id. Cases with equal texts have equal ids, and are told apart by what they exercise.
   * Returns undefined if no case with this id is open.
   */
  take(id: string, requirements: readonly string[]): TestCase | undefined {
    const exact = this.#open.get(id)?.find((test) => isAbout(test, requirements));
    if (exact !== undefined) return this.#close(exact);
    while (this.#source.open < this.#most && !this.#source.isOver) {
      const test = this.#source.take();
      if (test === undefined) continue;
      if (test.id === id && isAbout(test, requirements)) return test;
      this.#keep(test);
    }
    const [alike] = this.#open.get(id) ?? [];
    return alike && this.#close(alike);
  }

  /** Gives the cases that were not taken. */
  *rest(): Generator<TestCase | undefined> {
    for (const same of this.#open.values()) yield* same;
    yield* this.#source;
  }

  #keep(test: TestCase): void {
    const same = this.#open.get(test.id);
    if (same === undefined) this.#open.set(test.id, [test]);
    else same.push(test);
  }

  #close(test: TestCase): TestCase {
    const others = this.#open.get(test.id)?.filter((each) => each !== test) ?? [];
    if (others.length === 0) this.#open.delete(test.id);
    else this.#open.set(test.id, others);
    return test;
  }
}

function isAbout({ requirements: its }: TestCase, requirements: readonly string[]): boolean {
  return its.length === requirements.length && its.every((id, index) => id === requirements[index]);
}
