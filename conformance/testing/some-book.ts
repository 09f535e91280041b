import type { FailureBook } from '../fuzz/failure-book.ts';
import type { Suspect } from '../fuzz/suspect.ts';
import type { Failure } from '../fuzz/failure.ts';
import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import { caseAbout } from './some-failure.ts';

export const DONE = { kind: 'done', tries: 1 } as const;

export function settled(book: FailureBook, suspect: Suspect): Failure | undefined {
  return book.settle({ ...suspect, shrinking: DONE });
}

/** Settles all waiting failures. */
export function settleAll(book: FailureBook): void {
  for (let suspect = book.next(); suspect !== undefined; suspect = book.next()) settled(book, suspect);
}

export function countsOf({ failures }: { readonly failures: readonly Failure[] }): number[] {
  return failures.map(({ count }) => count);
}

/** Adds enough passed cases that rest on these requirements. */
export function passes(book: FailureBook, ...requirements: RequirementId[]): void {
  for (let count = 0; count < 400; count += 1) book.pass(caseAbout(requirements));
}
