import { castInteger } from '../../coercion/cast-integer.ts';
import { describe } from '../../document/describe.ts';
import { Float } from '../../document/float.ts';
import { floatText, integerFromText, strip } from '../../document/numeral.ts';
import type { Tracer } from '../../fields/origin.ts';
import { reject, type Rejection } from '../../document/violation.ts';

/**
 * Reads a minimum compute capability as text: `7.5`.
 * gpu/compute_capability-format: A compute capability has a major and a minor integer.
 */
export function readComputeCapability(value: unknown, trace?: Tracer): string | Rejection {
  // gpu/compute_capability-pair: A list of two integers is a compute capability.
  const isList = Array.isArray(value);
  if (isList) trace?.rule('gpu/compute_capability-pair');
  const parts = isList ? value.map((item) => castInteger(item)) : integersOfText(value);
  const [major, minor, ...more] = parts.map(safe);
  if (major === undefined || minor === undefined || more.length > 0) {
    return reject('gpu/compute_capability-format', `expected a version such as 7.5, not ${describe(value)}`);
  }
  return `${major}.${minor}`;
}

/** Returns the integers in a text. A number is read as its text, so an integer has no minor version and is refused. */
function integersOfText(value: unknown): (number | undefined)[] {
  const text = textOf(value);
  return text === undefined
    ? []
    : strip(text)
        .split('.')
        .map((part) => integerFromText(part));
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (value instanceof Float) return floatText(value.value);
  return typeof value === 'number' && !Number.isInteger(value) ? floatText(value) : undefined;
}

function safe(integer: number | undefined): number | undefined {
  if (integer === undefined || !Number.isSafeInteger(integer)) return undefined;
  return integer === 0 ? 0 : integer;
}
