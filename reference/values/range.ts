import { describe } from '../document/describe.ts';
import { Float } from '../document/float.ts';
import type { Coercion } from '../coercion/coercion.ts';
import { formatMemory, readMemory } from './memory.ts';
import type { Tracer } from '../fields/origin.ts';
import type { Reader } from '../fields/reader.ts';
import { unknownField, type Unknown } from '../fields/unknown-field.ts';
import { reject, Rejection, under, violation, type Violation } from '../document/violation.ts';
import { isMapping } from '../document/is-mapping.ts';

interface Ends {
  readonly min: number | null;
  readonly max: number | null;
}

const END_NAMES: readonly string[] = ['min', 'max'];

const ENDS: Unknown = { names: END_NAMES, unknown: 'range/known-fields' };

/** Reads `cpu` or `gpu.count`: a range of integers, as canonical text. */
export function countRangeReader({ integer }: Coercion): Reader<string> {
  return rangeOf(integer, String);
}

/** Reads `memory`, `disk.size` or `gpu.memory`: a range of sizes, as canonical text. */
export const readMemoryRange = rangeOf(readMemory, formatMemory);

/**
 * Makes a reader for a range whose ends are read by `end`. The canonical text is `a..b`, `a..`, `..b` or `a`.
 * range/bounded: A range has at least one end.
 * range/order: The lower end is not above the upper end.
 */
function rangeOf(end: Reader<number>, format: (end: number) => string): Reader<string> {
  return function readRange(value, trace) {
    const ends = readEnds(value, end, trace);
    if (ends instanceof Rejection) return ends;
    const { min, max } = ends;
    if (min === null && max === null) return reject('range/bounded', 'a range has at least one end');
    if (min !== null && max !== null && min > max) {
      return reject('range/order', `the lower end ${format(min)} is above the upper end ${format(max)}`);
    }
    return formatRange(min, max, format);
  };
}

/** Writes a range. Equal ends are written as one value. */
export function formatRange(min: number | null, max: number | null, format: (end: number) => string): string {
  if (min === max && min !== null) return format(min);
  return `${min === null ? '' : format(min)}..${max === null ? '' : format(max)}`;
}

/**
 * range/kind: A range is a number, a text or a mapping.
 * range/single: A value alone is a range of that one value.
 */
function readEnds(value: unknown, end: Reader<number>, trace: Tracer | undefined): Ends | Rejection {
  if (typeof value === 'string' && value.includes('..')) return readEndsOfText(value, end, trace);
  if (isMapping(value)) return readEndsOfMapping(value, end, trace);
  if (!isScalar(value)) {
    if (value === null) return reject('null/refused', 'expected a range, not null');
    return reject('range/kind', `expected a number, a range or {min, max}, not ${describe(value)}`);
  }
  trace?.rule('range/single');
  const only = end(value, trace);
  return only instanceof Rejection ? only : { min: only, max: only };
}

function isScalar(value: unknown): boolean {
  return (
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean' ||
    typeof value === 'bigint' ||
    value instanceof Float
  );
}

/**
 * range/from: `a..` has no upper end.
 * range/both: `a..b` has both ends.
 * range/up-to: `..b` has no lower end.
 * range/two-ends: A range's text has one `..`, and what stands around it are valid ends.
 * range/spaces: Spaces inside a range's text mean nothing.
 * The text `2...8` is refused, because its upper end is `.8`.
 */
function readEndsOfText(text: string, end: Reader<number>, trace: Tracer | undefined): Ends | Rejection {
  const compact = text.includes(' ') ? text.replaceAll(' ', '') : text;
  const dots = compact.indexOf('..');
  const from = compact.slice(0, dots);
  const to = compact.slice(dots + 2);
  if (to.includes('..')) return reject('range/two-ends', `${describe(text)} has more than one ..`);
  trace?.rule(from === '' ? 'range/up-to' : to === '' ? 'range/from' : 'range/both');
  if (text.includes(' ')) trace?.rule('range/spaces');
  const min = from === '' ? null : end(digitsAsNumber(from), trace);
  const max = to === '' ? null : end(digitsAsNumber(to), trace);
  if (min instanceof Rejection || max instanceof Rejection) {
    const broken = [min, max].flatMap((each) => (each instanceof Rejection ? each.violations : []));
    const whole = violation(
      'range/two-ends',
      `what stands around the .. in ${describe(text)} is no valid end`,
    );
    return new Rejection([...broken, whole]);
  }
  return { min, max };
}

/**
 * Returns digits within a longer text as a number, because its grammar reads them as one. integer/from-text is only
 * about a text that stands in the place of a number.
 */
export function digitsAsNumber(part: string): string | number {
  return /^(?:0|[1-9][0-9]{0,14})$/.test(part) ? Number(part) : part;
}

/**
 * range/mapping: `{min: a, max: b}` is a range; a missing or null end is open.
 * range/known-fields: A range's mapping has no other field.
 */
function readEndsOfMapping(
  mapping: Readonly<Record<string, unknown>>,
  end: Reader<number>,
  trace: Tracer | undefined,
): Ends | Rejection {
  trace?.rule('range/mapping');
  const violations: Violation[] = [];
  for (const key of Object.keys(mapping)) {
    if (END_NAMES.includes(key)) continue;
    violations.push(...under(unknownField(ENDS, key), key));
  }
  const min = readNamedEnd(mapping, 'min', end, trace);
  const max = readNamedEnd(mapping, 'max', end, trace);
  if (min instanceof Rejection) violations.push(...min.violations);
  if (max instanceof Rejection) violations.push(...max.violations);
  if (violations.length > 0 || min instanceof Rejection || max instanceof Rejection) {
    return new Rejection(violations);
  }
  return { min, max };
}

function readNamedEnd(
  mapping: Readonly<Record<string, unknown>>,
  name: 'min' | 'max',
  end: Reader<number>,
  trace: Tracer | undefined,
): number | null | Rejection {
  const value = Object.hasOwn(mapping, name) ? mapping[name] : null;
  if (value === null) return null;
  const read = end(value, trace);
  return read instanceof Rejection ? new Rejection(under(read, name)) : read;
}
