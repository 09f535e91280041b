import { shuffled } from '../choices/choose.ts';
import type { Gpu, GpuRules } from '../meaning/gpu.ts';
import { isSameRange } from '../meaning/range.ts';
import { newText, type Node } from '../document/node.ts';
import type { Pen } from '../choices/pen.ts';
import { countRangeText, memoryRangeText } from './range.ts';
import { spellVendor } from './vendor.ts';

/** Returns whether a text can say the whole request. A documented text names one GPU and no vendor. */
export function canBeGpuText<V extends string>(gpu: Gpu<V>, pen: Pen, rules: GpuRules<V>): boolean {
  if (gpu.totalMemory !== null || gpu.computeCapability !== null) return false;
  if (pen.documented && (gpu.vendor !== null || (gpu.names?.length ?? 0) > 1)) return false;
  return gpu.names === null || canBeTextNames(gpu.names, rules);
}

/** Returns whether a text can hold these names: the first one begins with a letter, and none contains a separator. */
function canBeTextNames<V extends string>(names: readonly string[], rules: GpuRules<V>): boolean {
  const [first] = names;
  if (first === undefined || !/^\p{L}/u.test(first)) return false;
  if (names.some((name) => name === '' || /[ ,:]/.test(name))) return false;
  return names.length > 1 || !isVendor(first.toLowerCase(), rules);
}

/** Returns whether a word is always read as a vendor in a text, never as a name. */
function isVendor<V extends string>(word: string, { vendors, aliases }: GpuRules<V>): boolean {
  return vendors.some((each) => each === word || aliases.get(each)?.word === word);
}

/**
 * Writes a text such as `A100:80GB:2`, with the parts as the page shows them or in any order.
 * gpu/text-order: In text, the parts stand in any order.
 */
export function spellGpuText<V extends string>(gpu: Gpu<V>, pen: Pen, rules: GpuRules<V>): Node {
  const parts = partsOf(gpu, pen, rules);
  const isShuffled = parts.length > 1 && pen.strays(3);
  if (isShuffled) pen.note('gpu/text-order');
  const inOrder = isShuffled ? shuffled(pen.source, parts) : parts;
  if (!pen.strays(6)) return newText(inOrder.join(':'));
  pen.note('gpu/text-spaces');
  const way = spaced(inOrder, pen);
  return newText(way.includes(' ') ? way : ` ${way}`);
}

/**
 * Adds spaces around the parts and the separators, or between letters and digits.
 * gpu/text-spaces: Spaces in the text mean nothing.
 */
function spaced(parts: readonly string[], pen: Pen): string {
  switch (pen.source.below(8)) {
    case 1:
      return ` ${parts.join(':')} `;
    case 2:
    case 5:
      return parts.join(':').replaceAll(',', ', ');
    case 3:
      return parts.map(apart).join(':');
    case 4:
    case 6:
    case 7:
      return ` ${parts.map(apart).join(' : ')} `;
    default:
      return parts.join(' : ');
  }
}

function apart(part: string): string {
  return part
    .replace(/(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})/gu, ' ')
    .replaceAll('..', ' .. ')
    .replaceAll(',', ' , ')
    .trim();
}

/**
 * gpu/text-vendor: In text, a part that is a vendor's name, in any case, is the vendor.
 * gpu/text-memory: In text, a part with a unit is the memory.
 * gpu/text-count: In text, a number is the count.
 */
function partsOf<V extends string>(gpu: Gpu<V>, pen: Pen, rules: GpuRules<V>): string[] {
  const parts: string[] = [];
  if (gpu.vendor !== null) {
    pen.note('gpu/text-vendor');
    parts.push(spellVendor(gpu.vendor, pen, rules));
  }
  if (gpu.names !== null) parts.push(namesText(gpu.names, pen));
  if (gpu.memory !== null) {
    pen.note('gpu/text-memory');
    parts.push(memoryRangeText(gpu.memory, pen));
  }
  if (parts.length === 0 || !isSameRange(gpu.count, rules.count) || pen.source.below(4) === 3) {
    pen.note('gpu/text-count');
    parts.push(countRangeText(gpu.count, pen));
  } else {
    pen.byDefault(rules.countDefault);
  }
  return parts;
}

/**
 * gpu/text-name: In text, a part that begins with a letter is a name.
 * gpu/text-names: In text, names are separated by commas, and none is empty.
 * gpu/name-tpu-prefix: A name's old prefix `tpu-` is dropped.
 */
function namesText(names: readonly string[], pen: Pen): string {
  pen.note('gpu/text-name');
  if (names.length > 1) pen.note('gpu/text-names');
  if (!pen.strays(8)) return names.join(',');
  pen.note('gpu/name-tpu-prefix');
  return names.map((name) => `tpu-${name}`).join(',');
}
