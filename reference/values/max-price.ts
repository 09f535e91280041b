import { describe } from '../document/describe.ts';
import { Float } from '../document/float.ts';
import { Binary } from '../document/foreign.ts';
import { decimalFromBinary, decimalFromText } from '../document/numeral.ts';
import type { Tracer } from '../fields/origin.ts';
import { reject, type Rejection } from '../document/violation.ts';

/**
 * Reads a price in dollars per hour, which must be above zero.
 * max_price/number: Nothing else is a price.
 * max_price/positive: A price is above zero.
 */
export function readMaxPrice(value: unknown, trace?: Tracer): number | Rejection {
  const price = priceOf(value, trace);
  if (price === undefined || !Number.isFinite(price)) {
    if (value === null) return reject('null/refused', 'expected a price, not null');
    return reject('max_price/number', `expected a number of dollars, not ${describe(value)}`);
  }
  return price > 0 ? price : reject('max_price/positive', `${describe(value)} is not above zero`);
}

/** max_price/from-text: Text of a decimal number is a price, and `true` is 1. */
function priceOf(value: unknown, trace?: Tracer): number | undefined {
  if (typeof value === 'number') return value;
  if (value instanceof Float) return value.value;
  if (typeof value === 'bigint') return Number(value);
  trace?.rule('max_price/from-text');
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof Binary) return decimalFromBinary(value.text);
  return typeof value === 'string' ? decimalFromText(value) : undefined;
}
