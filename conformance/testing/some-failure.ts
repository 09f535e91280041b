import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import type { TestCase } from '../case/case.ts';
import type { Failure } from '../fuzz/failure.ts';
import { symptomsOf } from '../judge/symptom.ts';
import type { CaseResult, Outcome } from '../judge/outcome.ts';
import { NORMAL } from './scripted.ts';
import { EDITION } from './edition.ts';

/** Makes a valid case that rests on these requirements. The text matters only to readers. */
export function caseAbout(
  requirements: readonly RequirementId[],
  text = '{"type":"task","commands":["echo"]}',
): TestCase {
  return {
    id: `test/${requirements.join('+')}`,
    edition: EDITION,
    input: { kind: 'json', text },
    expected: { kind: 'accepted', normal: NORMAL },
    requirements,
  };
}

/** Makes the same as an invalid case, which breaks the first of them at this place. */
export function invalidCase(requirements: readonly [RequirementId, ...RequirementId[]], path = ''): TestCase {
  const [requirement] = requirements;
  return {
    ...caseAbout(requirements),
    expected: { kind: 'rejected', violations: [{ requirement, path }] },
  };
}

export function resultOf(
  test: TestCase,
  outcome: Outcome,
  received: CaseResult['received'] = { kind: 'nothing' },
): CaseResult {
  return { test, outcome, received, durationMs: 1 };
}

export function crashOf(test: TestCase): CaseResult {
  return resultOf(test, { kind: 'crash', exit: { code: 7, signal: null }, message: 'it exited with code 7' });
}

/** Makes a wrong verdict, which may be about any requirement of the case. */
export function wrongVerdict(test: TestCase, received?: CaseResult['received']): CaseResult {
  const { requirements } = test;
  const outcome = { kind: 'fail', level: 'documented', message: 'm', requirements, differences: [] } as const;
  return resultOf(test, outcome, received);
}

/** Makes a wrong value at each of these places. Each rests on all requirements of the case, or on the given ones. */
export function wrongValues(
  test: TestCase,
  paths: readonly string[],
  requirements: readonly RequirementId[] = test.requirements,
): CaseResult {
  const differences = paths.map((path) => ({
    kind: 'wrong' as const,
    path,
    expected: '"right"',
    received: '"wrong"',
    level: 'documented' as const,
    requirements,
  }));
  return resultOf(test, { kind: 'fail', level: 'documented', message: 'm', requirements, differences });
}

/** Makes a settled failure from the first symptom of a result. */
export function failureOf(result: CaseResult, changes: Partial<Failure> = {}): Failure {
  const [symptom] = symptomsOf(result);
  if (symptom === undefined) throw new Error('it is no failure');
  return {
    symptom,
    result,
    shrinking: { kind: 'done', tries: 12 },
    cause: new Set(),
    count: 1,
    places: [],
    ...changes,
  };
}
