import { caseStream, testsOf, type GeneratedTest, type StreamOptions } from '../case/generated-cases.ts';
import { EDITION } from './edition.ts';

/** Returns the first `count` generated cases, with their JSON texts. */
export function generated(count: number, options: Partial<StreamOptions> = {}): GeneratedTest[] {
  const tests: GeneratedTest[] = [];
  for (const made of caseStream({ edition: EDITION, seed: 1, inputs: ['json'], ...options })) {
    if (tests.length >= count) break;
    tests.push(...testsOf(EDITION, made, ['json']));
  }
  return tests;
}
