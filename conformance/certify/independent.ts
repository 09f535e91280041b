import { caseStream, testsOf, type GeneratedTest } from '../case/generated-cases.ts';
import type { Edition } from '../edition.ts';
import { certifyProgram } from './certify.ts';

export interface IndependentOptions {
  readonly edition: Edition;
  /** An integer of 32 bits. */
  readonly seed: number;
  readonly cases: number;
}

export interface IndependentAnswers {
  /** The number of cases that JSON can say. */
  readonly asked: number;
  /** One line per case with a wrong answer: its outcome and its document. */
  readonly failures: readonly string[];
}

/**
 * Asks a program the JSON texts of generated cases, and compares its answers with the construction of the cases. The
 * program is an independent reading of the page.
 */
export async function independentAnswers(
  command: readonly string[],
  { edition, seed, cases }: IndependentOptions,
): Promise<IndependentAnswers> {
  const tests = testsFor(edition, seed, cases);
  const failures: string[] = [];
  const { diagnosis } = await certifyProgram({
    edition,
    command,
    cases: tests,
    requirements: [],
    onResult: ({ outcome, test }) => {
      if (outcome.kind !== 'pass') failures.push(`${JSON.stringify(outcome)} ${test.input.text}`);
    },
  });
  if (diagnosis !== undefined) throw new Error(diagnosis);
  return { asked: tests.length, failures };
}

function testsFor(edition: Edition, seed: number, cases: number): GeneratedTest[] {
  const tests: GeneratedTest[] = [];
  let left = cases;
  for (const made of caseStream({ edition, seed, inputs: ['json'] })) {
    if (left === 0) break;
    left -= 1;
    tests.push(...testsOf(edition, made, ['json']));
  }
  return tests;
}
