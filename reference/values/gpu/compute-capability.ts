import { describe } from '../../document/describe.ts';
import { Float } from '../../document/float.ts';
import { integerOf } from '../../coercion/pydantic-1/integer.ts';
import { floatText, integerFromText } from '../../document/numeral.ts';
import type { Tracer } from '../../fields/origin.ts';
import { reject, type Rejection } from '../../document/violation.ts';

/**
 * A minimum compute capability as text: `7.5`.
 * gpu/compute_capability-format: A compute capability has a major and a minor integer.
 */
export function readComputeCapability(value: unknown, trace?: Tracer): string | Rejection {
  const [major, minor, ...more] = Array.isArray(value) ? integersOfList(value, trace) : integersOfText(value);
  if (major === undefined || minor === undefined || more.length > 0) {
    return reject('gpu/compute_capability-format', `expected a version such as 7.5, not ${describe(value)}`);
  }
  return `${major}.${minor}`;
}

/** gpu/compute_capability-pair: A list of two integers is a compute capability. */
function integersOfList(items: readonly unknown[], trace?: Tracer): (number | undefined)[] {
  trace?.rule('gpu/compute_capability-pair');
  return items.map((item) => safe(integerOf(item)));
}

/** A number is read as its text; an integer has no minor version, so it is none. */
function integersOfText(value: unknown): (number | undefined)[] {
  const text = textOf(value);
  return text === undefined ? [] : text.split('.').map((part) => safe(integerFromText(part)));
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
