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

/** Compares the results of a run with those of an earlier one. It keeps the results that are still to come. */
export class Changes {
  /** The first changes. */
  readonly shown: Change[] = [];
  count = 0;
  /** Whether a case that passed fails now. */
  isWorse = false;
  readonly #before = new Map<TestCase, CaseResult>();

  /** Takes note of an earlier result. The case is about to be asked again. */
  before(result: CaseResult): void {
    this.#before.set(result.test, result);
  }

  now(now: CaseResult): void {
    const before = this.#before.get(now.test);
    this.#before.delete(now.test);
    if (before === undefined || isSameOutcome(before.outcome, now.outcome)) return;
    this.count += 1;
    this.isWorse ||= before.outcome.kind === 'pass' && isFailure(now.outcome);
    if (this.shown.length < SHOWN) this.shown.push({ before, now });
  }
}

/** Renders the changes, one line each. Empty if there are none. */
export function changesText({ shown, count }: Changes): string {
  const more = count - shown.length;
  const lines = [
    ...shown.map(
      ({ before, now }) =>
        `the case ${now.test.id} ends otherwise than in the log: ${describeOutcome(now.outcome)}; in the log: ${describeOutcome(before.outcome)}`,
    ),
    ...(more > 0 ? [`and ${more} more cases end otherwise than in the log`] : []),
  ];
  return lines.map((line) => `${visible(line)}\n`).join('');
}
