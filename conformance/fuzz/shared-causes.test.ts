import { describe, expect, it } from 'vitest';
import { countsOf, passes, settleAll } from '../testing/some-book.ts';
import { caseAbout, wrongValues } from '../testing/some-failure.ts';
import { FailureBook } from './failure-book.ts';

describe('a cause across several fields', () => {
  const FIELDS = ['/stop_duration', '/max_duration', '/idle_duration'];
  const shared = caseAbout(['duration/units']);

  it('is one failure with every field, and only its first field is investigated', () => {
    const book = new FailureBook(() => undefined);
    passes(book, 'duration/number');
    for (const path of FIELDS) {
      book.add(wrongValues(shared, [path]));
      settleAll(book);
    }
    const { failures } = book.finish(true);
    expect(failures).toMatchObject([{ count: 3, places: FIELDS }]);
  });

  it('is not the cause of a failure that rests on other requirements', () => {
    const book = new FailureBook(() => undefined);
    passes(book, 'duration/number');
    book.add(wrongValues(shared, ['/stop_duration']));
    settleAll(book);
    book.add(wrongValues(caseAbout(['nodes/default']), ['/nodes']));
    settleAll(book);
    expect(countsOf(book.finish(true))).toEqual([1, 1]);
  });
});
