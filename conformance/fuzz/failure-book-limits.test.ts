import { describe, expect, it } from 'vitest';
import { caseAbout, crashOf, wrongValues } from '../testing/some-failure.ts';
import type { CaseResult } from '../judge/outcome.ts';
import { FailureBook } from './failure-book.ts';

const TEST = caseAbout(['ports/range']);

/** A wrong value about which only the place is known. */
function nothingInCommon(path: string): CaseResult {
  return wrongValues(TEST, [path], []);
}

/** Settles all waiting failures as if nothing simpler failed. */
function settleAll(book: FailureBook): void {
  for (let suspect = book.next(); suspect !== undefined; suspect = book.next()) {
    book.settle({ ...suspect, shrinking: { kind: 'done', tries: 1 } });
  }
}

describe('a run that fails without end', () => {
  it('keeps a limited number of waiting failures and counts the rest', () => {
    const book = new FailureBook(() => undefined);
    for (let count = 0; count < 2500; count += 1) book.add(crashOf(TEST));
    expect(book.finish(true)).toMatchObject({ failures: [{ count: 2500 }], uncounted: 0 });
  });

  it('keeps a limited number of waiting failures in all, but a few of each key', () => {
    const book = new FailureBook(() => undefined);
    for (let field = 0; field < 6; field += 1) {
      const paths = [`/field${field}`];
      for (let count = 0; count < 2000; count += 1) book.add(wrongValues(TEST, paths));
    }
    for (let count = 0; count < 10; count += 1) book.add(crashOf(TEST));
    let waiting = 0;
    while (book.next() !== undefined) waiting += 1;
    expect(waiting).toBe(5 * 2000 + 5 + 5);
  });

  it('distinguishes a limited number of places and counts the rest', () => {
    const book = new FailureBook(() => undefined);
    for (let field = 0; field < 1500; field += 1) book.add(nothingInCommon(`/field${field}`));
    expect(book.add(nothingInCommon('/another'))).toBe(false);
    settleAll(book);
    const { failures, uncounted } = book.finish(true);
    expect([failures.length, uncounted]).toEqual([200, 1301]);
  });

  it('investigates at most two hundred failures', () => {
    const book = new FailureBook(() => undefined);
    for (let field = 0; field < 250; field += 1) book.add(nothingInCommon(`/field${field}`));
    settleAll(book);
    const { failures, uncounted } = book.finish(true);
    expect([failures.length, uncounted]).toEqual([200, 50]);
  });
});
