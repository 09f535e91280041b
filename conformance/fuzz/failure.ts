import type { RequirementId } from '../../spec/generated/levels.ts';
import type { Find } from '../corpus/find.ts';
import type { CaseResult } from '../judge/outcome.ts';
import { essenceOf, subjectsOf, symptomKey, type Symptom } from './symptom.ts';
import type { TestCase } from '../case/case.ts';
import { VERSION } from '../version.ts';

/** A failure that is told apart from all others, shown by the smallest document that was found for it. */
export interface Failure {
  readonly symptom: Symptom;
  readonly result: CaseResult;
  readonly shrinking: Shrinking;
  /** How many cases failed so. */
  count: number;
  /** The file of a find, once it is saved or where it came from. */
  path: string | undefined;
}

export type Shrinking =
  /** Nothing simpler fails so, after so many tries. */
  | { readonly kind: 'done'; readonly tries: number }
  /** The budget or the time was used up before. */
  | { readonly kind: 'cut'; readonly tries: number }
  /** It did not fail when it was asked again. */
  | { readonly kind: 'not-repeated' }
  /** It is a find from the corpus. */
  | { readonly kind: 'saved' };

/** Whether a failure of the same key has, as far as anyone can tell, the same cause. */
export function explains({ symptom, result }: Failure, other: Symptom, test: TestCase): boolean {
  const subjects = subjectsOf(other, test);
  return [...essenceOf(symptom, result.test)].every((id) => subjects.has(id));
}

export function isSameFailure(one: Failure, other: Failure): boolean {
  return (
    symptomKey(one.symptom) === symptomKey(other.symptom) &&
    one.result.test.input.text === other.result.test.input.text
  );
}

/** What to keep of a failure: nothing that depends on the implementation or on the generators. */
export function findOf({ symptom, result: { test } }: Failure, seed: number): Find {
  const { kind, path } = symptom;
  return {
    input: test.input,
    expected: test.expected,
    requirements: [...new Set([tellingOf(symptom, test), ...test.requirements])],
    failure: { kind, path },
    found: { suite: VERSION, seed },
  };
}

/** The requirement that says most about a failure. */
export function tellingOf(symptom: Symptom, test: TestCase): RequirementId {
  const [special] = essenceOf(symptom, test);
  return (
    (symptom.kind === 'wrong-value' ? special : undefined) ?? lastOf(symptom, test) ?? 'document/mapping'
  );
}

/** The last special one: those of the field itself stand before those of its value. */
function lastOf(symptom: Symptom, test: TestCase): RequirementId | undefined {
  return [...essenceOf(symptom, test)].at(-1) ?? symptom.requirements.at(-1);
}
