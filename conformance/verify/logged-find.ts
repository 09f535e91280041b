import type { CaseLine } from '../../spec/generated/event-log.ts';
import { caseDigest, FIND_PREFIX, isRequirement, type Expected, type TestCase } from '../case/case.ts';
import type { Edition } from '../edition.ts';
import { defectOf } from '../soundness/suite-defect.ts';

/**
 * Returns the find behind a line of a log. A find is no part of the corpus, so the line itself holds it: its id must be
 * that of its content, and the reference must give the same answer. Otherwise returns what is wrong, as the end of a
 * sentence that begins with the find.
 */
export function findIn(edition: Edition, line: CaseLine): TestCase | string {
  const requirements = line.requirements.filter(isRequirement);
  const expected = expectedOf(line);
  if (expected === undefined || requirements.length !== line.requirements.length)
    return 'names requirements that do not exist';
  const test: TestCase = { id: line.case, edition, input: line.input, expected, requirements };
  if (test.id !== FIND_PREFIX + caseDigest(test)) return 'has another content than its id says';
  const defect = defectOf(test);
  return defect === undefined
    ? test
    : `expects ${defect.expected}, and the ${defect.source} says ${defect.got}`;
}

function expectedOf({ expected }: CaseLine): Expected | undefined {
  if ('accepted' in expected) return { kind: 'accepted', normal: JSON.stringify(expected.accepted) };
  const violations = expected.rejected.flatMap(({ requirement, path }) =>
    isRequirement(requirement) ? [{ requirement, path }] : [],
  );
  return violations.length === expected.rejected.length ? { kind: 'rejected', violations } : undefined;
}
