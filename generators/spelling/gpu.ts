import { shuffled } from '../choices/choose.ts';
import { FOUR_VENDORS, type ComputeCapability, type Gpu, type GpuRules } from '../meaning/gpu.ts';
import { isSameRange, type Range } from '../meaning/range.ts';
import {
  boolean,
  float,
  integer,
  knownText,
  list,
  mapping,
  newText,
  NULL,
  text,
  type Node,
  type TextNode,
} from '../document/node.ts';
import type { Pen } from '../choices/pen.ts';
import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import { canBeGpuText, spellGpuText } from './gpu-text.ts';
import { spellCountRange, spellMemoryRange } from './range.ts';
import { spellText, spellTexts } from './text.ts';
import { spellVendor } from './vendor.ts';

/**
 * Writes a number, a text or an object.
 * gpu/number: A number is a number of GPUs.
 * gpu/from-boolean: A boolean is read as the text `True` or `False`, so as a name.
 */
export function spellGpu(gpu: Gpu, pen: Pen): Node {
  return spellGpuOf(FOUR_VENDORS, gpu, pen);
}

/** Does the same for an edition with other rules. */
export function spellGpuOf<V extends string>(rules: GpuRules<V>, gpu: Gpu<V>, pen: Pen): Node {
  const number = numberOf(gpu);
  if (number !== null && pen.way(2, 2) === 0) {
    pen.note('gpu/number');
    return integer(number);
  }
  const [name] = gpu.names ?? [];
  if ((name === 'True' || name === 'False') && isNameOnly(gpu, rules) && pen.way(1, 4) > 0) {
    pen.note('gpu/from-boolean');
    return boolean(name === 'True');
  }
  return canBeGpuText(gpu, pen, rules) && pen.way(3, 3) < 2
    ? spellGpuText(gpu, pen, rules)
    : spellObject(gpu, pen, rules);
}

/** Returns the number of GPUs if the request has no other part, as in `gpu: 2`. */
function numberOf(gpu: Gpu<string>): number | null {
  const { min, max } = gpu.count;
  return min === max && isOnly(gpu) && gpu.names === null ? min : null;
}

function isNameOnly<V extends string>(gpu: Gpu<V>, rules: GpuRules<V>): boolean {
  return isOnly(gpu) && gpu.names?.length === 1 && isSameRange(gpu.count, rules.count);
}

function isOnly({ vendor, memory, totalMemory, computeCapability }: Gpu<string>): boolean {
  return vendor === null && memory === null && totalMemory === null && computeCapability === null;
}

/**
 * gpu/object: `gpu` may be an object.
 * Writes an object, where a part without a demand is left out, or is null.
 */
function spellObject<V extends string>(gpu: Gpu<V>, pen: Pen, rules: GpuRules<V>): Node {
  pen.note('gpu/object');
  const entries: [TextNode, Node][] = [];
  addField(
    entries,
    'vendor',
    gpu.vendor,
    (vendor) => text(spellVendor(vendor, pen, rules)),
    pen,
    rules.vendor,
  );
  addField(entries, 'name', gpu.names, spellNames, pen);
  addCount(entries, gpu.count, rules, pen);
  addField(entries, 'memory', gpu.memory, spellMemoryRange, pen);
  addField(entries, 'total_memory', gpu.totalMemory, spellMemoryRange, pen);
  addField(entries, 'compute_capability', gpu.computeCapability, spellComputeCapability, pen);
  const order = pen.source.below(4) === 3 ? shuffled(pen.source, entries) : entries;
  return mapping(
    order.map(([key]) => key),
    order.map(([, value]) => value),
  );
}

type GpuKey = 'vendor' | 'name' | 'memory' | 'total_memory' | 'compute_capability';

const KEYS: Readonly<Record<GpuKey, TextNode>> = {
  vendor: knownText('vendor'),
  name: knownText('name'),
  memory: knownText('memory'),
  total_memory: knownText('total_memory'),
  compute_capability: knownText('compute_capability'),
};

const COUNT = knownText('count');

const DEFAULTS: Readonly<Record<GpuKey, RequirementId>> = {
  // gpu/vendor-default: Without `vendor` any vendor will do.
  vendor: 'gpu/vendor-default',
  // gpu/name-default: Without `name` any GPU will do.
  name: 'gpu/name-default',
  // gpu/memory-default: Without `memory` any size will do.
  memory: 'gpu/memory-default',
  // gpu/total_memory-default: Without `total_memory` any size will do.
  total_memory: 'gpu/total_memory-default',
  // gpu/compute_capability-default: Without `compute_capability` any will do.
  compute_capability: 'gpu/compute_capability-default',
};

/**
 * Writes a part of a GPU, or that it has no demand.
 * gpu/memory: `memory` is the RAM size of a GPU, or a range of it.
 * gpu/total_memory: `total_memory` is the RAM size of all GPUs, or a range of it.
 */
function addField<Value>(
  entries: [TextNode, Node][],
  key: GpuKey,
  value: Value | null,
  spell: (value: Value, pen: Pen) => Node,
  pen: Pen,
  given: RequirementId = `gpu/${key}`,
): void {
  const node = pen.part(() => (value === null ? spellAny(key, pen) : spell(value, pen)));
  if (value !== null) pen.note(given);
  if (node !== null) entries.push([KEYS[key], node]);
}

/** Writes a part without a demand: nothing, or null. */
function spellAny(key: GpuKey, pen: Pen): Node | null {
  pen.byDefault(DEFAULTS[key]);
  if (!pen.strays(16)) return null;
  pen.note('null/absent');
  return NULL;
}

/**
 * gpu/count: `count` is the number of GPUs.
 * gpu/count-range: `count` may be a range.
 */
function addCount<V extends string>(
  entries: [TextNode, Node][],
  count: Range,
  rules: GpuRules<V>,
  pen: Pen,
): void {
  const isRange = count.min !== count.max;
  if (isSameRange(count, rules.count) && (pen.source.below(4) < 3 || (pen.documented && isRange))) {
    pen.byDefault(rules.countDefault);
    return;
  }
  pen.note('gpu/count');
  if (isRange) pen.note('gpu/count-range');
  entries.push([COUNT, pen.part(() => spellCountRange(count, pen))]);
}

/**
 * gpu/name: `name` is a GPU name.
 * gpu/name-list: `name` may be a list of names.
 * gpu/name-tpu-prefix: A name's old prefix `tpu-` is dropped.
 */
function spellNames(names: readonly string[], pen: Pen): Node {
  const [name, ...more] = names;
  if (name !== undefined && more.length === 0 && pen.source.below(3) < 2) return spellName(name, pen);
  pen.note('gpu/name-list');
  return pen.strays(6) ? list(names.map((each) => spellName(each, pen))) : spellTexts(names, pen);
}

function spellName(name: string, pen: Pen): Node {
  if (!pen.strays(8)) return spellText(name, pen);
  pen.note('gpu/name-tpu-prefix');
  return newText(`tpu-${name}`);
}

/**
 * Writes a compute capability. It is a number only if no zero at the end gets lost.
 * gpu/compute_capability: `compute_capability` is the minimum compute capability, such as 7.5.
 * gpu/compute_capability-pair: A list of two integers is a compute capability.
 * gpu/compute_capability-format: A compute capability has a major and a minor integer.
 */
function spellComputeCapability([major, minor]: ComputeCapability, pen: Pen): Node {
  switch (pen.way(3, 7)) {
    case 1:
    case 2:
      return numericCapability(major, minor, pen);
    case 3:
    case 5:
    case 6:
      pen.note('gpu/compute_capability-pair');
      return list([integer(major), integer(minor)]);
    case 4:
      pen.note('gpu/compute_capability-format');
      return text(pen.strays(3) ? `\x1c${major}.${minor}\x1f` : ` ${major}.${minor} `);
    default:
      return text(`${major}.${minor}`);
  }
}

/**
 * Writes a compute capability as a number. `8.0` is observed, because many a reader of JSON or YAML makes the integer 8
 * of it; a further zero at the end would get lost.
 */
function numericCapability(major: number, minor: number, pen: Pen): Node {
  const version = `${major}.${minor}`;
  if (minor % 10 !== 0) return float(Number(version));
  if (minor !== 0 || pen.documented) return text(version);
  pen.note('gpu/compute_capability-format');
  return float(Number(version));
}
