import type { RequirementId } from '../../../spec/generated/requirement-ids.ts';
import type { NormalGpu } from '../../../spec/values.ts';
import { describe } from '../../document/describe.ts';
import { vendorOfWord, type Vendors } from './vendor.ts';
import { readMapping, type Table } from '../../fields/mapping.ts';
import type { Tracer } from '../../fields/origin.ts';
import { traceInOne } from '../parts.ts';
import { asWhole, reject, Rejection } from '../../document/violation.ts';

/** The parts of a text, as the object that it stands for. */
interface Parts {
  vendor?: string;
  name?: readonly string[];
  memory?: string;
  count?: string;
}

const BEGINS_WITH_LETTER = /^\p{L}/u;
const HAS_LETTER = /\p{L}/u;

/**
 * Reads `A100:80GB:2`: each kind of part once, with spaces that mean nothing.
 * gpu/text-order: In text, the parts stand in any order.
 */
export function gpuTextReader<Vendor extends string>(
  table: Table<NormalGpu<Vendor>>,
  vendors: Vendors<Vendor>,
): (text: string, trace?: Tracer) => NormalGpu<Vendor> | Rejection {
  return function readGpuText(text, trace) {
    const compact = text.includes(' ') ? text.replaceAll(' ', '') : text;
    const parts: Parts = {};
    for (const part of compact.split(':')) {
      const refused = addPart(parts, kindOf(part, vendors), part, text);
      if (refused !== undefined) return refused;
    }
    const gpu = readMapping(table, parts);
    if (gpu instanceof Rejection) return asWhole(gpu);
    if (trace !== undefined) traceText(parts, text, table, trace);
    return gpu;
  };
}

/**
 * gpu/text-empty-part: In text, no part is empty.
 * gpu/text-once: In text, each kind of part stands once.
 * gpu/text-names: In text, names are separated by commas, and none is empty.
 */
function addPart(parts: Parts, kind: keyof Parts, part: string, text: string): Rejection | undefined {
  if (part === '') return reject('gpu/text-empty-part', `${describe(text)} has an empty part`);
  if (parts[kind] !== undefined) return reject('gpu/text-once', `${describe(text)} says its ${kind} twice`);
  if (kind !== 'name') {
    parts[kind] = part;
    return undefined;
  }
  const names = part.split(',');
  if (names.includes('')) return reject('gpu/text-names', `${describe(text)} has an empty name`);
  parts.name = names;
  return undefined;
}

/**
 * gpu/text-vendor: In text, a part that is a vendor's name, in any case, is the vendor.
 * gpu/text-name: In text, a part that begins with a letter is a name.
 * gpu/text-memory: In text, a part with a unit is the memory.
 * gpu/text-count: In text, a number is the count.
 */
function kindOf(part: string, vendors: Vendors<string>): keyof Parts {
  if (vendorOfWord(vendors, part) !== undefined) return 'vendor';
  if (BEGINS_WITH_LETTER.test(part)) return 'name';
  return HAS_LETTER.test(part) ? 'memory' : 'count';
}

const RULES: Readonly<Record<keyof Parts, RequirementId>> = {
  vendor: 'gpu/text-vendor',
  name: 'gpu/text-name',
  memory: 'gpu/text-memory',
  count: 'gpu/text-count',
};

/**
 * Reads the parts once more for their origins: all of them stand in the one text.
 * gpu/text-spaces: Spaces in the text mean nothing.
 */
function traceText(parts: Parts, text: string, table: Pick<Table<NormalGpu>, 'byName'>, trace: Tracer): void {
  if (text.includes(' ')) trace.rule('gpu/text-spaces');
  if (Object.keys(parts).length > 1 && !isInPageOrder(parts)) trace.rule('gpu/text-order');
  traceInOne(table, { ...parts }, trace, (key, part) => {
    trace.rule(RULES[key as keyof Parts]);
    if (Array.isArray(part) && part.length > 1) trace.rule('gpu/text-names');
  });
}

/** Returns whether the parts are in the order of the page, which shows `80GB:2`: the count comes last. */
function isInPageOrder(parts: Parts): boolean {
  const keys = Object.keys(parts);
  return parts.count === undefined || keys.at(-1) === 'count';
}
