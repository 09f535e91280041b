import type { Violation } from '../../../reference/document/violation.ts';
import type { Answer } from './answer.ts';
import { isMapping } from './change.ts';
import { honest } from './right-answers.ts';

/** Answers like a checker that overlooks `violations`: it reads the document without the fields at fault. */
export function overlook(document: unknown, violations: readonly Violation[]): Answer {
  const broken = new Set(violations.map((violation) => violation.path.split('/')[1]));
  const rest = isMapping(document)
    ? Object.fromEntries(Object.entries(document).filter(([field]) => !broken.has(field)))
    : {};
  const answer = honest(rest);
  return answer.kind === 'accepted' ? answer : honest({ type: 'task', commands: ['echo'] });
}
