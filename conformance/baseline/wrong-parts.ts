import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import { isListable, type CaseResult, type Fail } from '../judge/outcome.ts';
import type { TestCase } from '../case/case.ts';

export const FAIL_SYMPTOMS = ['wrong-value', 'left-out', 'rejected-valid', 'accepted-invalid'] as const;

/** The ways in which an answer is wrong, in the words of reports. */
export type FailSymptom = (typeof FAIL_SYMPTOMS)[number];

/** One thing that is wrong with a result. An entry that accounts for it accounts for no other part of the answer. */
export interface WrongPart {
  /** Undefined if there is no answer that could be wrong. */
  readonly symptom: FailSymptom | undefined;
  /** The requirements that may be behind it. */
  readonly requirements: readonly RequirementId[];
}

/**
 * Returns everything that is wrong with a result, part by part: each wrong value of an accepted answer, and each
 * violation that a program overlooks. Any other failure is one part. A result that no baseline can list has none.
 */
export function wrongPartsOf({ test, outcome }: CaseResult): readonly WrongPart[] {
  if (!isListable(outcome)) return [];
  if (outcome.kind === 'fail') return partsOfFail(test, outcome);
  return [{ symptom: undefined, requirements: test.requirements }];
}

function partsOfFail({ expected }: TestCase, { differences, requirements }: Fail): readonly WrongPart[] {
  if (differences.length > 0)
    return differences.map((each) => ({
      symptom: each.kind === 'wrong' ? 'wrong-value' : each.kind,
      requirements: each.requirements,
    }));
  return expected.kind === 'rejected'
    ? requirements.map((id) => ({ symptom: 'accepted-invalid', requirements: [id] }))
    : [{ symptom: 'rejected-valid', requirements }];
}
