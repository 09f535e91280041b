import { expect, it } from 'vitest';
import { plainFloat } from './number.ts';

it.each([
  [2, '2.0'],
  [-0, '-0.0'],
  [0.000_000_1, '0.0000001'],
  [2 ** 60, '1152921504606846976.0'],
  [1e22, '10000000000000000000000.0'],
  [-1e21, '-1000000000000000000000.0'],
])('%d is written as `%s`, with a dot and without an exponent', (value, text) => {
  expect(plainFloat(value)).toBe(text);
});
