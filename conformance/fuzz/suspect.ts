import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import type { CaseResult } from '../judge/outcome.ts';
import { subjectsOf, type Symptom } from '../judge/symptom.ts';

/** A failure that no known failure explains. It waits for its investigation. */
export interface Suspect {
  readonly symptom: Symptom;
  readonly result: CaseResult;
}

/** With at least this many suspects, the requirements that they share are compared, in at most `COUNTED` of them. */
const TELLING = 5;
const COUNTED = 50;
/** Sorts requirements by the number of suspects that rest on each. Few suspects prove nothing, so the order stays. */
export function likeliestFirst(
  essence: ReadonlySet<RequirementId>,
  suspects: readonly Suspect[],
): ReadonlySet<RequirementId> {
  if (suspects.length < TELLING) return essence;
  const counts = new Map([...essence].map((id) => [id, 0]));
  for (const { symptom, result } of suspects.slice(0, COUNTED)) {
    const subjects = subjectsOf(symptom, result.test);
    for (const [id, count] of counts) if (subjects.has(id)) counts.set(id, count + 1);
  }
  return new Set([...essence].sort((one, other) => (counts.get(other) ?? 0) - (counts.get(one) ?? 0)));
}
