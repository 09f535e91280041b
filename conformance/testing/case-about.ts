import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import type { TestCase } from '../case/case.ts';
import { EDITION } from './edition.ts';

/** Returns a case that exercises requirements, for tests that look at nothing else of it. */
export function caseAbout(kind: 'json' | 'yaml', ...requirements: RequirementId[]): TestCase {
  return {
    id: 'x',
    edition: EDITION,
    input: { kind, text: '' },
    expected: { kind: 'rejected', violations: [] },
    requirements,
  };
}
