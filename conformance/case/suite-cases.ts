import { GENERATED_CASES } from '../../spec/full-run.ts';
import { exampleCases } from './example-cases.ts';
import { caseStream, testsOf } from './generated-cases.ts';
import type { Edition } from '../edition.ts';
import type { TestCase } from './case.ts';

/** The seed of the generated cases of a certificate. A release that changes it changes every certificate. */
export const SUITE_SEED = 1842;

/** Cases that can be gone through again and again, always the same and in the same order. A list is one way to have them. */
export interface Corpus extends Iterable<TestCase> {
  /** The number of cases, or a number that is a little greater. It is for progress and limits. */
  readonly length: number;
  /** The number of documents that are generated, each with one text or two; absent for cases of another origin. */
  readonly generated?: number;
}

/**
 * The cases of a certificate for an edition: every example of every requirement, and then generated cases, which are
 * the same on every machine. Each case is made when it is taken, so any number of them fits into memory.
 */
export class SuiteCases implements Corpus {
  readonly generated: number;
  readonly #edition: Edition;
  readonly #examples: readonly TestCase[];

  constructor(edition: Edition, generated: number = GENERATED_CASES) {
    this.generated = generated;
    this.#edition = edition;
    this.#examples = exampleCases(edition);
  }

  get length(): number {
    return this.#examples.length + 2 * this.generated;
  }

  *[Symbol.iterator](): Generator<TestCase, undefined> {
    yield* this.#examples;
    const edition = this.#edition;
    const stream = caseStream({ edition, seed: SUITE_SEED, inputs: ['json', 'yaml'] });
    for (let count = 0; count < this.generated; count += 1) {
      const { value } = stream.next();
      if (value !== undefined) yield* testsOf(edition, value, ['json', 'yaml']);
    }
  }
}

/** Returns the same cases in a list, for those who need all of them at once. */
export function suiteCases(edition: Edition, generated?: number): TestCase[] {
  return [...new SuiteCases(edition, generated)];
}
