import { oneOf } from '../choices/choose.ts';
import type { Pen } from '../choices/pen.ts';
import { WIDE_INTEGERS } from '../document/wide-integers.ts';

const PRICES = [
  1,
  0.5,
  2.5,
  10,
  1.2,
  0.1,
  12.5,
  100,
  0.001,
  0.0000001,
  99.99,
  1_000_000,
  1.1,
  0.30000000000000004,
  1_234_567.8901234567,
  16_777_217,
  ...WIDE_INTEGERS,
] as const;

/** Draws a price in dollars per hour, above zero. */
export function drawPrice(pen: Pen): number {
  return pen.source.below(4) === 3 ? (1 + pen.source.below(100_000)) / 1_000 : oneOf(pen.source, PRICES);
}
