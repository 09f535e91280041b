import { interpret } from '../../../reference/interpret.ts';
import { LANGUAGE } from '../../../reference/editions/dstack-0.18.42/language.ts';
import type { Violation } from '../../../reference/document/violation.ts';
import { isMapping } from './change.ts';

/** The answer of an implementation about one document. A faulty one may answer any value, hence `unknown`. */
export type Answer =
  | { readonly kind: 'accepted'; readonly normal: unknown }
  | {
      readonly kind: 'rejected';
      readonly violations: readonly Partial<Pick<Violation, 'path' | 'message'>>[];
    };

/** An implementation without its protocol: a function from a document to an answer. */
export type Answers = (document: unknown) => Answer;

/** Returns the right answer, from which every fault starts. */
export function honest(document: unknown): Answer {
  const verdict = interpret(LANGUAGE, document);
  switch (verdict.kind) {
    case 'accepted':
      return { kind: 'accepted', normal: verdict.normal };
    case 'rejected':
      return { kind: 'rejected', violations: verdict.violations };
  }
}

/** Answers like a checker that overlooks `violations`: it reads the document without the fields at fault. */
export function overlook(document: unknown, violations: readonly Violation[]): Answer {
  const broken = new Set(violations.map((violation) => violation.path.split('/')[1]));
  const rest = isMapping(document)
    ? Object.fromEntries(Object.entries(document).filter(([field]) => !broken.has(field)))
    : {};
  const answer = honest(rest);
  return answer.kind === 'accepted' ? answer : honest({ type: 'task', commands: ['echo'] });
}
