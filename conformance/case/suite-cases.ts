import { setImmediate as nextTurn } from 'node:timers/promises';
import { exampleCases } from './example-cases.ts';
import { caseStream, testsOf } from './generated-cases.ts';
import type { Edition } from '../edition.ts';
import type { TestCase } from './case.ts';
import { MOST_GENERATED } from './most-generated.ts';

/** The seed of the generated cases of a certificate. A release that changes it changes every certificate. */
export const SUITE_SEED = 1842;

/**
 * A certificate generates this many cases by default, each with a JSON text and, for implementations that take both, a
 * YAML text.
 */
export const GENERATED_CASES = 10_000;

/**
 * Returns the cases of a certificate for an edition: every example of every requirement, and then generated cases,
 * which are the same on every machine.
 */
export function suiteCases(edition: Edition, generated: number = GENERATED_CASES): TestCase[] {
  const cases = [...exampleCases(edition)];
  for (const tests of generatedTests(edition, generated)) cases.push(...tests);
  return cases;
}

/** Cases are made for this many milliseconds at a time, and then the process listens again. */
const SLICE_MS = 50;

/**
 * Makes the same cases in slices, so that signals are heard and progress can be shown. Returns undefined if the signal
 * is aborted meanwhile.
 */
export async function suiteCasesInSlices(
  edition: Edition,
  generated: number | undefined,
  signal: AbortSignal,
  onProgress: (made: number) => void,
): Promise<TestCase[] | undefined> {
  const cases = [...exampleCases(edition)];
  let until = performance.now() + SLICE_MS;
  let made = 0;
  for (const tests of generatedTests(edition, generated ?? GENERATED_CASES)) {
    cases.push(...tests);
    made += 1;
    if (performance.now() < until) continue;
    onProgress(made);
    await nextTurn();
    if (signal.aborted) return undefined;
    until = performance.now() + SLICE_MS;
  }
  return cases;
}

function* generatedTests(edition: Edition, generated: number): Generator<TestCase[]> {
  const stream = caseStream({ edition, seed: SUITE_SEED, inputs: ['json', 'yaml'] });
  for (let count = 0; count < generated; count += 1) {
    const { value } = stream.next();
    if (value !== undefined) yield testsOf(edition, value, ['json', 'yaml']);
  }
}

/**
 * Returns the cases of the certificate with this many cases, examples and texts of generated cases together. Returns
 * undefined if no certificate has as many.
 */
export function suiteCasesOf(edition: Edition, total: number): TestCase[] | undefined {
  const cases = [...exampleCases(edition)];
  if (total > cases.length + 2 * MOST_GENERATED) return undefined;
  for (const tests of generatedTests(edition, MOST_GENERATED)) {
    if (cases.length >= total) break;
    cases.push(...tests);
  }
  return cases.length === total ? cases : undefined;
}
