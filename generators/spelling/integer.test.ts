import { expect, test } from 'vitest';
import { withFraction } from './integer.ts';

test.each([
  [2, 0.75, 2.75],
  [-2, 0.5, -2.5],
  [0, 0.25, 0.25],
  [2_147_483_648, 0.75, 2_147_483_648.75],
  [9_007_199_254_740_991, 0.5, 9_007_199_254_740_991],
  [-9_007_199_254_740_991, 0.75, -9_007_199_254_740_991],
])(
  'adds to %d the fraction %d, which gives %d, and cuts back to the same integer',
  (value, fraction, number) => {
    expect(withFraction(value, fraction)).toBe(number);
    expect(Math.trunc(number)).toBe(value);
  },
);
