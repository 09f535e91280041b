import { expect, test } from 'vitest';
import { Lines, locate } from './reading.ts';

test.each([
  [0, 1, 1],
  [1, 1, 2],
  [2, 1, 3],
  [3, 2, 1],
  [4, 3, 1],
  [6, 3, 3],
  [9, 3, 6],
])('offset %d is %d:%d', (offset, line, column) => {
  expect(new Lines('ab\n\n😀').positionAt(offset)).toEqual({ line, column });
});

test('a place is the same whichever line breaks the text has', () => {
  expect(new Lines('a\rb\r\nc', /\r\n|\r/g).positionAt(5)).toEqual({ line: 3, column: 1 });
});

test('a value without a place of its own has the place of the value around it', () => {
  const offsets = { values: new Map([['/a', 4]]), keys: new Map([['/a', 1]]) };
  const lines = new Lines('{"a":{}}');
  expect(locate(lines, offsets, '/a', 'key')).toEqual({ line: 1, column: 2 });
  expect(locate(lines, offsets, '/a', 'value')).toEqual({ line: 1, column: 5 });
  expect(locate(lines, offsets, '/a/b', 'key')).toEqual({ line: 1, column: 5 });
  expect(locate(lines, offsets, '/b', 'value')).toBeUndefined();
});
