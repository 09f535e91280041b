import { DEFAULT_CORES, type Architecture, type Cpu } from '../meaning/cpu.ts';
import { isSameRange } from '../meaning/range.ts';
import { integer, knownText, mapping, NULL, text, type Node, type TextNode } from '../document/node.ts';
import type { Pen } from '../choices/pen.ts';
import { countRangeText, spellCountMapping, spellCountRange } from './range.ts';

const ARCH = knownText('arch');
const COUNT = knownText('count');

/**
 * Writes a number, a text, a mapping of `arch` and `count`, or one of `min` and `max`.
 * cpu/number: A number of cores that stands alone is an integer of 0 or more.
 * cpu/range-mapping: A mapping of `min` and `max` is a range of cores.
 */
export function spellCpu(cpu: Cpu, pen: Pen): Node {
  const { arch, count } = cpu;
  const number = count.min === count.max ? count.min : null;
  const isNegative = number !== null && number < 0;
  if (arch === null && number !== null && !isNegative && pen.way(1, 3) > 0) {
    pen.note('cpu/number');
    return integer(number);
  }
  const way = pen.way(2, 8);
  if (way >= 6 && arch === null) {
    pen.note('cpu/range-mapping');
    return spellCountMapping(count, pen);
  }
  return way === 1 || isNegative ? spellObject(cpu, pen) : spellText(cpu, pen);
}

/**
 * cpu/text: In text, an architecture and a count, in any order, are separated by a colon.
 * cpu/text-count: In text, a count is digits or a range.
 * cpu/text-spaces: Spaces in the text mean nothing.
 */
function spellText({ arch, count }: Cpu, pen: Pen): Node {
  const parts: string[] = [];
  if (arch === null) pen.byDefault('cpu/arch-default');
  else {
    pen.note('cpu/text');
    parts.push(spellArchitecture(arch, pen));
  }
  if (arch !== null && isSameRange(count, DEFAULT_CORES) && pen.source.below(3) < 2) {
    pen.byDefault('cpu/count-default');
  } else {
    if (!pen.documented) pen.note('cpu/text-count');
    parts.push(countRangeText(count, pen));
  }
  if (pen.source.below(3) === 2) parts.reverse();
  if (!pen.strays(8)) return text(parts.join(':'));
  pen.note('cpu/text-spaces');
  return text(` ${parts.join(' : ')} `);
}

/**
 * cpu/object: `cpu` may be a mapping of `arch` and `count`.
 * cpu/arch-default: Without an architecture any will do.
 * cpu/count-default: Without a count, `cpu` asks for `2..`.
 */
function spellObject({ arch, count }: Cpu, pen: Pen): Node {
  pen.note('cpu/object');
  const entries: [TextNode, Node][] = [];
  if (arch !== null) entries.push([ARCH, text(spellArchitecture(arch, pen))]);
  else {
    pen.byDefault('cpu/arch-default');
    if (pen.strays(6)) entries.push([ARCH, spellNoArchitecture(pen)]);
  }
  if (isSameRange(count, DEFAULT_CORES) && pen.source.below(3) < 2) pen.byDefault('cpu/count-default');
  else entries.push([COUNT, pen.part(() => spellCountRange(count, pen))]);
  if (pen.source.below(4) === 3) entries.reverse();
  return mapping(
    entries.map(([key]) => key),
    entries.map(([, value]) => value),
  );
}

/** null/absent: `null` for an optional field without a value of its own means that the field is absent. */
function spellNoArchitecture(pen: Pen): Node {
  pen.note('null/absent');
  return NULL;
}

/**
 * cpu/arch: `arch` is x86 or arm.
 * cpu/arch-case: The architecture's case means nothing.
 */
function spellArchitecture(arch: Architecture, pen: Pen): string {
  pen.note('cpu/arch');
  if (!pen.strays(4)) return arch;
  pen.note('cpu/arch-case');
  return pen.source.below(2) === 0 ? arch.toUpperCase() : arch.charAt(0).toUpperCase() + arch.slice(1);
}
