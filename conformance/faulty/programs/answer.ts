import type { Violation } from '../../../reference/document/violation.ts';
import { isMapping } from './change.ts';
import { honest } from './right-answers.ts';

/** The answer of an implementation about one document. A faulty one may answer any value, hence `unknown`. */
export type Answer =
  | { readonly kind: 'accepted'; readonly normal: unknown }
  | {
      readonly kind: 'rejected';
      readonly violations: readonly Partial<Pick<Violation, 'path' | 'message'>>[];
    };

/** An implementation without its protocol: a function from a document to an answer. */
export type Answers = (document: unknown) => Answer;

/** Answers like a checker that overlooks `violations`: it reads the document without the fields at fault. */
export function overlook(document: unknown, violations: readonly Violation[]): Answer {
  const broken = new Set(violations.map((violation) => violation.path.split('/')[1]));
  const rest = isMapping(document)
    ? Object.fromEntries(Object.entries(document).filter(([field]) => !broken.has(field)))
    : {};
  const answer = honest(rest);
  return answer.kind === 'accepted' ? answer : honest({ type: 'task', commands: ['echo'] });
}
