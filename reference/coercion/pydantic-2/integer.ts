import { describe } from '../../document/describe.ts';
import { Float } from '../../document/float.ts';
import { Binary } from '../../document/foreign.ts';
import { integerFromText, wholeFromText } from '../../document/numeral.ts';
import type { Tracer } from '../../fields/origin.ts';
import { reject, type Rejection } from '../../document/violation.ts';

/**
 * Reads an integer, or what the release reads as one.
 * integer/number: A count is an integer.
 * integer/other: Nothing else is an integer.
 * integer/no-fraction: A float with a fraction is refused where an integer is expected.
 */
export function readInteger(value: unknown, trace?: Tracer): number | Rejection {
  const integer = integerOf(value, trace);
  if (integer === undefined) {
    if (value === null) return reject('null/refused', 'expected an integer, not null');
    const requirement =
      typeof value === 'number' && Number.isFinite(value) ? 'integer/no-fraction' : 'integer/other';
    return reject(requirement, `expected an integer, not ${describe(value)}`);
  }
  // NON-SPEC: beyond ±(2^53−1) many languages lose digits, so the suite has no opinion there.
  if (!Number.isSafeInteger(integer)) return reject('integer/other', `${describe(value)} is too large`);
  return integer;
}

/**
 * Returns the integer that a value stands for, or `undefined`. It may be beyond ±(2^53−1).
 * integer/from-boolean: A boolean where an integer is expected is 1 or 0.
 */
export function integerOf(value: unknown, trace?: Tracer): number | undefined {
  switch (typeof value) {
    case 'number':
      if (!Number.isInteger(value)) return undefined;
      trace?.rule('integer/number');
      return value + 0;
    case 'bigint':
      return Number(value);
    case 'boolean':
      trace?.rule('integer/from-boolean');
      return value ? 1 : 0;
    case 'string':
      return integerOfText(value, trace);
    default:
      return integerOfObject(value, trace);
  }
}

/**
 * integer/from-text: Text of decimal digits, with an optional sign and surrounding blanks, is an integer.
 * integer/from-text-of-float: Text of an integer with a fraction of zeros, such as `2.0`, is an integer.
 */
function integerOfText(text: string, trace: Tracer | undefined): number | undefined {
  const integer = integerFromText(text);
  if (integer !== undefined) {
    trace?.rule('integer/from-text');
    return integer + 0;
  }
  trace?.rule('integer/from-text-of-float');
  return wholeFromText(text);
}

/**
 * integer/from-whole-float: A float without a fraction is an integer where one is expected.
 * yaml/tags: The standard tags (`!!str`, `!!int`, `!!float`, ...) choose the type; any other tag is refused.
 * Binary data of digits is an integer, as text of digits is.
 */
function integerOfObject(value: unknown, trace: Tracer | undefined): number | undefined {
  if (value instanceof Float) {
    trace?.rule('integer/from-whole-float');
    return Number.isFinite(value.value) ? value.value + 0 : undefined;
  }
  if (!(value instanceof Binary)) return undefined;
  trace?.rule('yaml/tags');
  return integerFromText(value.text) ?? wholeFromText(value.text);
}
