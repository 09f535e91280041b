import { describe } from '../document/describe.ts';
import { Float } from '../document/float.ts';
import { decimalFromText, decimalText } from '../document/numeral.ts';
import type { Tracer } from '../fields/origin.ts';
import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import { reject, type Rejection } from '../document/violation.ts';

const UNITS: ReadonlyMap<string, { readonly gigabytes: number; readonly requirement: RequirementId }> =
  new Map([
    // memory/terabytes: A terabyte is 1024 gigabytes.
    ['tb', { gigabytes: 1024, requirement: 'memory/terabytes' }],
    // memory/gigabytes: A size in `GB` is that many gigabytes.
    ['gb', { gigabytes: 1, requirement: 'memory/gigabytes' }],
    // memory/megabytes: A megabyte is 1/1024 gigabyte.
    ['mb', { gigabytes: 1 / 1024, requirement: 'memory/megabytes' }],
  ]);

const FEW_DIGITS = /^[0-9]{1,15}$/;

/**
 * Reads a size and returns gigabytes, as a binary64 number.
 * memory/unit: Any other unit, and text without a number, is refused.
 * integer/from-boolean: A boolean where an integer is expected is 1 or 0.
 */
export function readMemory(value: unknown, trace?: Tracer): number | Rejection {
  if (typeof value === 'string') return readMemoryText(value, trace);
  const size = sizeOfNumber(value);
  if (size === undefined) {
    if (value === null) return reject('null/refused', 'expected a size, not null');
    return reject('memory/unit', `expected a size such as 8GB, not ${describe(value)}`);
  }
  if (typeof value === 'boolean') trace?.rule('integer/from-boolean');
  traceSize(size, 'memory/bare-number', trace);
  return size;
}

/** memory/bare-number: A size without a unit is in gigabytes. */
function sizeOfNumber(value: unknown): number | undefined {
  if (typeof value === 'boolean') return value ? 1 : 0;
  const size = value instanceof Float ? value.value : typeof value === 'bigint' ? Number(value) : value;
  return typeof size === 'number' && Number.isFinite(size) ? size : undefined;
}

/**
 * memory/fraction: A size may have a fraction or an exponent.
 * memory/spaces: Spaces inside a size mean nothing.
 * memory/case: The unit's case means nothing.
 */
function readMemoryText(text: string, trace?: Tracer): number | Rejection {
  const compact = text.includes(' ') ? text.replaceAll(' ', '') : text;
  const unit = UNITS.get(compact.slice(-2).toLowerCase());
  const digits = unit === undefined ? compact : compact.slice(0, -2);
  // The usual size has few digits. Testing that measures three times faster than parsing a decimal.
  const number = FEW_DIGITS.test(digits) ? Number(digits) : decimalFromText(digits);
  const size = number === undefined ? Infinity : number * (unit?.gigabytes ?? 1);
  if (!Number.isFinite(size)) {
    return reject('memory/unit', `expected a number with MB, GB or TB, not ${describe(text)}`);
  }
  if (trace !== undefined) {
    traceSize(size, unit?.requirement ?? 'memory/bare-number', trace);
    if (/[.e]/i.test(digits)) trace.rule('memory/fraction');
    if (compact !== text) trace.rule('memory/spaces');
    if (unit !== undefined && compact.slice(-2) !== compact.slice(-2).toUpperCase())
      trace.rule('memory/case');
  }
  return size;
}

/** memory/negative: A negative size is accepted. */
function traceSize(size: number, unit: RequirementId, trace: Tracer | undefined): void {
  trace?.rule(unit);
  if (size < 0) trace?.rule('memory/negative');
}

/** Writes a size such as `8GB`, `0.5GB` or `1024GB`, with the shortest decimal that reads back as the same number. */
export function formatMemory(gigabytes: number): string {
  return `${decimalText(gigabytes)}GB`;
}
