import { expect, it } from 'vitest';
import { caseAbout, crashOf } from '../testing/some-failure.ts';
import { takeShortest } from './take-shortest.ts';

it('takes the item with the shortest document first, and of equal ones the first', () => {
  const waiting = ['333', '1', '22', '1'].map((text, index) => ({
    index,
    result: crashOf(caseAbout(['ports/range'], text)),
  }));
  const taken = Array.from({ length: 5 }, () => takeShortest(waiting)?.index);
  expect(taken).toEqual([1, 3, 2, 0, undefined]);
});
