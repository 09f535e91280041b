import { Float } from '../document/float.ts';
import { Binary } from '../document/foreign.ts';
import { integerFromBinary, integerFromText, wholePart } from '../document/numeral.ts';
import type { Tracer } from '../fields/origin.ts';

/**
 * Returns the integer that Python's `int` makes of a value, or `undefined`. It may be beyond ±(2^53−1).
 * integer/from-boolean: A boolean where an integer is expected is 1 or 0.
 * integer/from-text: Text of decimal digits, with an optional sign and surrounding blanks, is an integer.
 */
export function castInteger(value: unknown, trace?: Tracer): number | undefined {
  switch (typeof value) {
    case 'number':
      trace?.rule(Number.isInteger(value) ? 'integer/number' : 'integer/from-float');
      return wholePart(value);
    case 'bigint':
      return Number(value);
    case 'boolean':
      trace?.rule('integer/from-boolean');
      return value ? 1 : 0;
    case 'string':
      trace?.rule('integer/from-text');
      return withoutNegativeZero(integerFromText(value));
    default:
      return integerOfObject(value, trace);
  }
}

/**
 * yaml/tags: The standard tags (`!!str`, `!!int`, `!!float`, ...) choose the type; any other tag is refused.
 * Binary data of digits is an integer, as text of digits is.
 */
function integerOfObject(value: unknown, trace?: Tracer): number | undefined {
  if (value instanceof Float) {
    trace?.rule('integer/from-float');
    return wholePart(value.value);
  }
  if (!(value instanceof Binary)) return undefined;
  trace?.rule('yaml/tags');
  return withoutNegativeZero(integerFromBinary(value.text));
}

function withoutNegativeZero(value: number | undefined): number | undefined {
  return value === 0 ? 0 : value;
}
