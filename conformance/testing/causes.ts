import type { Cause } from '../judge/cause.ts';
import { CauseFinder } from '../judge/cause-finder.ts';
import { isFailure, type CaseResult } from '../judge/outcome.ts';
import { symptomsOf } from '../judge/symptom.ts';
import { EDITION } from './edition.ts';

/** The causes that a certificate names for these results. */
export function causesOf(results: Iterable<CaseResult>): Cause<CaseResult>[] {
  const finder = new CauseFinder<CaseResult>((id) => EDITION.spec.topicOf.get(id));
  for (const result of results) {
    const { test, outcome } = result;
    const isValid = test.expected.kind === 'accepted';
    if (outcome.kind === 'pass') finder.right(test.requirements, isValid);
    if (!isFailure(outcome)) continue;
    const { requirements, input } = test;
    finder.fail({
      symptoms: symptomsOf(result),
      requirements,
      isValid,
      size: input.text.length,
      sample: result,
    });
  }
  return finder.causes();
}
