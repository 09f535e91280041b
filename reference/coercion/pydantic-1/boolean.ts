import { describe } from '../../document/describe.ts';
import { Float } from '../../document/float.ts';
import { Binary } from '../../document/foreign.ts';
import type { Tracer } from '../../fields/origin.ts';
import { reject, rejectUnknown, type Rejection } from '../../document/violation.ts';

const WORDS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['yes', true],
  ['on', true],
  ['t', true],
  ['y', true],
  ['1', true],
  ['false', false],
  ['no', false],
  ['off', false],
  ['f', false],
  ['n', false],
  ['0', false],
]);

/**
 * boolean/true-false: A switch is `true` or `false`.
 * boolean/words: The texts true, yes, on, t, y, 1 and false, no, off, f, n, 0, in any case, are booleans.
 * boolean/numbers: The numbers 1 and 0 are booleans.
 * boolean/other: Nothing else is a boolean.
 */
export function readBoolean(value: unknown, trace?: Tracer): boolean | Rejection {
  if (typeof value === 'boolean') {
    trace?.rule('boolean/true-false');
    return value;
  }
  if (typeof value === 'string' || value instanceof Binary) {
    const word = WORDS.get((typeof value === 'string' ? value : value.text).toLowerCase());
    trace?.rule('boolean/words');
    return word ?? notABoolean(value);
  }
  const number = value instanceof Float ? value.value : value;
  if (number !== 0 && number !== 1) return notABoolean(value);
  trace?.rule('boolean/numbers');
  return number === 1;
}

/** The words to suggest, of all that are read. */
const TRUE_FALSE = ['true', 'false'];

function notABoolean(value: unknown): Rejection {
  if (value === null) return reject('null/refused', 'expected true or false, not null');
  return rejectUnknown('boolean/other', `expected true or false, not ${describe(value)}`, TRUE_FALSE);
}
