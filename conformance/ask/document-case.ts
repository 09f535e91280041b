import { interpretText } from '../../reference/interpret-text.ts';
import type { Edition } from '../edition.ts';
import type { Expected, Input, TestCase } from '../case/case.ts';

/** The name of the case in messages of the runner. */
const ID = 'document';

/** Makes a document a question to an implementation. The right answer is that of the reference. */
export function documentCase(edition: Edition, input: Input): TestCase {
  const verdict = interpretText(edition.language, input.kind, input.text);
  if (verdict.kind === 'accepted') {
    const normal = edition.language.stringify(verdict.normal);
    return caseOf(edition, input, { kind: 'accepted', normal }, []);
  }
  const violations = verdict.violations.map(({ requirement, path }) => ({ requirement, path }));
  const requirements = [...new Set(violations.map(({ requirement }) => requirement))];
  return caseOf(edition, input, { kind: 'rejected', violations }, requirements);
}

function caseOf(
  edition: Edition,
  input: Input,
  expected: Expected,
  requirements: TestCase['requirements'],
): TestCase {
  return { id: ID, edition, input, expected, requirements };
}
