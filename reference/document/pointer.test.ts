import { expect, test } from 'vitest';
import { parent, step, steps } from './pointer.ts';

test.each([
  ['', []],
  ['/', ['']],
  ['/a', ['a']],
  ['/a/0/b', ['a', '0', 'b']],
  ['/~0/~1/~01', ['~', '/', '~1']],
  ['//', ['', '']],
])('the pointer %j has the steps %j', (pointer, keys) => {
  expect(steps(pointer)).toEqual(keys);
  expect(keys.map(step).join('')).toBe(pointer);
});

test('an index becomes a step', () => {
  expect(step(0)).toBe('/0');
});

test.each([
  ['/a/b', '/a'],
  ['/a', ''],
  ['', ''],
  ['/a~1b/c', '/a~1b'],
])('the parent of %j is %j', (pointer, above) => {
  expect(parent(pointer)).toBe(above);
});
