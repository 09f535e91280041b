import { expect, it } from 'vitest';
import { nestsDeeperThan } from './nesting.ts';

it.each([
  ['[[[]]]', 3, false],
  ['[[[]]]', 2, true],
  ['[{"a":[', 2, true],
  ['[][][][]', 1, false],
  ['["[[[["]', 1, false],
  ['["\\"[[["]', 1, false],
  ['["\\\\",[]]', 1, true],
  ['', 0, false],
])('%s at the limit %i gives %s', (text, limit, expected) => {
  expect(nestsDeeperThan(limit, text)).toBe(expected);
});
