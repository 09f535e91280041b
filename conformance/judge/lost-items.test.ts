import { describe, expect, it } from 'vitest';
import { lostItems } from './lost-items.ts';

describe('lostItems', () => {
  it.each([
    ['the last one', [1, 2, 3], [1, 2], [2]],
    ['the first one', [1, 2, 3], [2, 3], [0]],
    ['one in the middle', [{ a: 1 }, { a: 2 }, { a: 3 }], [{ a: 1 }, { a: 3 }], [1]],
    ['all of them', ['a', 'b'], [], [0, 1]],
    ['the second of two equal ones', ['a', 'a'], ['a'], [1]],
    ['none, where another item changed too', [1, 2, 3], [1, 4], []],
    ['none, where the order changed', [1, 2, 3], [2, 1], []],
    ['none of an equal list', [1], [1], []],
    ['none of a longer list', [1], [1, 2], []],
  ])('names %s', (_, expected, received, lost) => {
    expect(lostItems(expected, received)).toEqual(lost);
  });
});
