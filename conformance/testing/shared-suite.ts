import { GENERATED_CASES } from '../../spec/full-run.ts';
import type { TestCase } from '../case/case.ts';
import { suiteCases } from '../case/suite-cases.ts';
import { EDITION } from './edition.ts';

const known = new Map<number, readonly TestCase[]>();

/** Returns the cases of a certificate, as `suiteCases` does. The test files of one worker share them. */
export function sharedSuite(generated: number = GENERATED_CASES): readonly TestCase[] {
  const cases = known.get(generated) ?? suiteCases(EDITION, generated);
  known.set(generated, cases);
  return cases;
}
