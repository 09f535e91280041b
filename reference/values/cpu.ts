import type { NormalCpu } from '../../spec/values.ts';
import type { Coercion } from '../coercion/coercion.ts';
import { describe } from '../document/describe.ts';
import { Float } from '../document/float.ts';
import { isMapping } from '../document/is-mapping.ts';
import { asWhole, reject, Rejection, rejectUnknown } from '../document/violation.ts';
import { byDefault, field, optional, readMapping, tableOf, type Table } from '../fields/mapping.ts';
import type { Tracer } from '../fields/origin.ts';
import type { Reader } from '../fields/reader.ts';
import { traceInOne } from './parts.ts';
import { countRangeReader } from './range.ts';

const ARCHITECTURES = ['x86', 'arm'] as const;

type Architecture = (typeof ARCHITECTURES)[number];

/**
 * Makes a reader for the CPU: a number, a range, an architecture, or both.
 * cpu/number: A number of cores that stands alone is an integer of 0 or more.
 * cpu/object: `cpu` may be a mapping of `arch` and `count`.
 * cpu/kind: `cpu` is a number, a text or a mapping.
 */
export function cpuReader(coercion: Coercion): Reader<NormalCpu> {
  const table = cpuTable(coercion);
  return function readCpu(value, trace) {
    if (isMapping(value)) return readObject(value, table, trace);
    if (typeof value === 'string') return readText(value, table, trace);
    if (value === null || (typeof value === 'object' && !(value instanceof Float)))
      return reject('cpu/kind', `expected a number, a text or a mapping, not ${describe(value)}`);
    const isCount = typeof value === 'number' && Number.isInteger(value) && value >= 0;
    return isCount
      ? readText(String(value), table, trace)
      : reject('cpu/number', `expected an integer of 0 or more, not ${describe(value)}`);
  };
}

function cpuTable(coercion: Coercion): Table<NormalCpu> {
  return tableOf<NormalCpu>(
    {
      // cpu/arch: `arch` is x86 or arm.
      // cpu/arch-default: Without an architecture any will do.
      arch: field(readArchitecture, 'cpu/arch', optional(null, 'cpu/arch-default')),
      // cpu/given: `cpu` is the number of CPU cores, or a range of it.
      // cpu/count-default: Without a count, `cpu` asks for `2..`.
      count: field(countRangeReader(coercion), 'cpu/given', byDefault('2..', 'cpu/count-default')),
    },
    { kind: 'cpu/kind', unknown: 'cpu/known-fields' },
    (defaults) => ({ ...defaults }),
  );
}

/** cpu/range-mapping: A mapping of `min` and `max` is a range of cores. */
function readObject(
  value: Readonly<Record<string, unknown>>,
  table: Table<NormalCpu>,
  trace: Tracer | undefined,
): NormalCpu | Rejection {
  const keys = Object.keys(value);
  if (keys.length === 0 || !keys.every((key) => key === 'min' || key === 'max')) {
    trace?.rule('cpu/object');
    return readMapping(table, value, trace);
  }
  trace?.rule('cpu/range-mapping');
  return readCount(value, table, trace);
}

/** Reads the count that stands in place of the whole CPU. */
function readCount(
  value: unknown,
  table: Table<NormalCpu>,
  trace: Tracer | undefined,
): NormalCpu | Rejection {
  const cpu = readMapping(table, { count: value });
  if (cpu instanceof Rejection)
    return new Rejection(cpu.violations.map((each) => ({ ...each, path: each.path.slice('/count'.length) })));
  if (trace !== undefined) traceCpu({ count: value }, table, trace);
  return cpu;
}

const COUNT = /^[0-9]+$/;

interface Parts {
  arch?: string;
  count?: string;
}

/**
 * cpu/text: In text, an architecture and a count, in any order, are separated by a colon.
 * cpu/text-parts: In text, no part is empty or stands twice.
 * cpu/text-count: In text, a count is digits or a range.
 * cpu/text-spaces: Spaces in the text mean nothing.
 */
function readText(text: string, table: Table<NormalCpu>, trace: Tracer | undefined): NormalCpu | Rejection {
  const compact = text.includes(' ') ? text.replaceAll(' ', '') : text;
  const parts: Parts = {};
  for (const part of compact.split(':')) {
    const kind = part.includes('..') || COUNT.test(part) ? 'count' : 'arch';
    if (part === '' || parts[kind] !== undefined)
      return reject('cpu/text-parts', `${describe(text)} has a part that is empty or stands twice`);
    if (kind === 'arch' && architectureOf(part) === undefined)
      return reject('cpu/text-count', `${describe(part)} is neither x86 nor arm nor a count`);
    parts[kind] = part;
  }
  const cpu = readMapping(table, parts);
  if (cpu instanceof Rejection) return asWhole(cpu);
  if (trace !== undefined) {
    if (parts.arch !== undefined) trace.rule('cpu/text');
    else trace.rule('cpu/text-count');
    if (compact !== text) trace.rule('cpu/text-spaces');
    traceCpu(parts, table, trace);
  }
  return cpu;
}

function traceCpu(
  parts: { readonly arch?: string; readonly count?: unknown },
  table: Table<NormalCpu>,
  trace: Tracer,
): void {
  traceInOne(table, { ...parts }, trace, (_key, _part, given) => {
    trace.rule(given);
  });
}

function readArchitecture(value: unknown, trace?: Tracer): Architecture | Rejection {
  const architecture = typeof value === 'string' ? architectureOf(value, trace) : undefined;
  return (
    architecture ?? rejectUnknown('cpu/arch', `expected x86 or arm, not ${describe(value)}`, ARCHITECTURES)
  );
}

/** cpu/arch-case: The architecture's case means nothing. */
function architectureOf(word: string, trace?: Tracer): Architecture | undefined {
  const lower = word.toLowerCase();
  if (lower !== word) trace?.rule('cpu/arch-case');
  return ARCHITECTURES.find((each) => each === lower);
}
