import { exampleCases } from './example-cases.ts';
import { caseStream, testsOf } from './generated-cases.ts';
import type { TestCase } from './case.ts';

/** Of the generated cases of a certificate; a release that changes it changes every certificate. */
export const SUITE_SEED = 1842;

/** How many cases a certificate generates by default, each with a JSON text and, where both are taken, a YAML text. */
export const GENERATED_CASES = 10_000;

/** What a certificate asks: every example of every requirement, then generated cases, the same on every machine. */
export function suiteCases(generated: number = GENERATED_CASES): TestCase[] {
  const cases = exampleCases();
  const stream = caseStream({ seed: SUITE_SEED, inputs: ['json', 'yaml'] });
  for (let count = 0; count < generated; count += 1) {
    const { value } = stream.next();
    if (value !== undefined) cases.push(...testsOf(value, ['json', 'yaml']));
  }
  return cases;
}
