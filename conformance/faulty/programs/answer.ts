import type { Violation } from '../../../reference/document/violation.ts';

/** The answer of an implementation about one document. A faulty one may answer any value, hence `unknown`. */
export type Answer =
  | { readonly kind: 'accepted'; readonly normal: unknown }
  | {
      readonly kind: 'rejected';
      readonly violations: readonly Partial<Pick<Violation, 'path' | 'message'>>[];
    };

/** An implementation without its protocol: a function from a document to an answer. */
export type Answers = (document: unknown) => Answer;
