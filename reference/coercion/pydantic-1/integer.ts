import { describe } from '../../document/describe.ts';
import type { Tracer } from '../../fields/origin.ts';
import { reject, type Rejection } from '../../document/violation.ts';
import { castInteger } from '../cast-integer.ts';

/**
 * Reads an integer, or what the release reads as one: digits, a float's whole part, a boolean.
 * integer/number: A count is an integer.
 * integer/other: Nothing else is an integer.
 */
export function readInteger(value: unknown, trace?: Tracer): number | Rejection {
  const integer = castInteger(value, trace);
  if (integer === undefined) {
    if (value === null) return reject('null/refused', 'expected an integer, not null');
    return reject('integer/other', `expected an integer, not ${describe(value)}`);
  }
  // NON-SPEC: beyond ±(2^53−1) many languages lose digits, so the suite has no opinion there.
  if (!Number.isSafeInteger(integer)) return reject('integer/other', `${describe(value)} is too large`);
  return integer;
}
