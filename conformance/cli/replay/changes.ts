import { visible } from '../../../reports/visible.ts';
import type { TestCase } from '../../case/case.ts';
import { describeOutcome, isFailure, isSameOutcome, type CaseResult } from '../../judge/outcome.ts';

/** A case that ends in another way than in the earlier run. */
export interface Change {
  readonly before: CaseResult;
  readonly now: CaseResult;
}

/** This many changes are shown. */
const SHOWN = 10;

/** Returns the cases of both runs whose outcomes differ. */
export function changesBetween(before: readonly CaseResult[], now: readonly CaseResult[]): Change[] {
  const earlier = new Map<TestCase, CaseResult>(before.map((result) => [result.test, result]));
  return now.flatMap((result): Change[] => {
    const was = earlier.get(result.test);
    return was === undefined || isSameOutcome(was.outcome, result.outcome)
      ? []
      : [{ before: was, now: result }];
  });
}

/** Returns whether a case that passed fails now. */
export function isWorse({ before, now }: Change): boolean {
  return before.outcome.kind === 'pass' && isFailure(now.outcome);
}

/** Renders the changes, one line each. Empty if there are none. */
export function changesText(changes: readonly Change[]): string {
  const more = changes.length - SHOWN;
  const lines = [
    ...changes
      .slice(0, SHOWN)
      .map(
        ({ before, now }) =>
          `the case ${now.test.id} ends otherwise than in the log: ${describeOutcome(now.outcome)}; in the log: ${describeOutcome(before.outcome)}`,
      ),
    ...(more > 0 ? [`and ${more} more cases end otherwise than in the log`] : []),
  ];
  return lines.map((line) => `${visible(line)}\n`).join('');
}
