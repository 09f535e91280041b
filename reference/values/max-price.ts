import { describe } from '../document/describe.ts';
import { Float } from '../document/float.ts';
import type { Tracer } from '../fields/origin.ts';
import { numberOf } from './number.ts';
import { reject, type Rejection } from '../document/violation.ts';

/**
 * Reads a price in dollars per hour, which must be above zero.
 * max_price/number: Nothing else is a price.
 * max_price/positive: A price is above zero.
 */
export function readMaxPrice(value: unknown, trace?: Tracer): number | Rejection {
  const price = numberOf(value);
  if (price === undefined || !Number.isFinite(price)) {
    if (value === null) return reject('null/refused', 'expected a price, not null');
    return reject('max_price/number', `expected a number of dollars, not ${describe(value)}`);
  }
  // max_price/from-text: Text of a decimal number is a price, and `true` is 1.
  if (!isNumber(value)) trace?.rule('max_price/from-text');
  return price > 0 ? price : reject('max_price/positive', `${describe(value)} is not above zero`);
}

function isNumber(value: unknown): boolean {
  return typeof value === 'number' || typeof value === 'bigint' || value instanceof Float;
}
