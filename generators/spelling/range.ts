import type { Range } from '../meaning/range.ts';
import { knownText, mapping, NULL, newText, type Node, type TextNode } from '../document/node.ts';
import type { Pen } from '../choices/pen.ts';
import { spellInteger } from './integer.ts';
import { memoryText, memoryTextInMegabytes, memoryTextWithUnit, spellMemory } from './memory.ts';

const MIN = knownText('min');
const MAX = knownText('max');

/** The ways to write the ends of a range: as values of their own, and inside the range's text. */
interface Ends {
  readonly value: (end: number, pen: Pen) => Node;
  readonly text: (end: number, pen: Pen) => string;
  /** Writes an upper end that equals the lower one. */
  readonly again: (end: number, pen: Pen) => string;
}

const COUNTS: Ends = { value: spellInteger, text: countText, again: countText };

const SIZES: Ends = { value: spellMemory, text: memoryText, again: sizeAgain };

export function spellCountRange(range: Range, pen: Pen): Node {
  return spellRange(range, COUNTS, pen);
}

export function spellMemoryRange(range: Range, pen: Pen): Node {
  return spellRange(range, SIZES, pen);
}

/** Writes a range of counts as a mapping. */
export function spellCountMapping(range: Range, pen: Pen): Node {
  return spellMapping(range, COUNTS, pen);
}

/** Writes a range as one scalar. The short forms of `disk` accept nothing else. */
export function spellMemoryScalar(range: Range, pen: Pen): Node {
  return spellScalar(range, SIZES, pen);
}

/** Writes a count as a part of a GPU's text. */
export function countRangeText(range: Range, pen: Pen): string {
  return isSingle(range) ? singleText(range, countText, pen) : rangeText(range, COUNTS, pen);
}

/** Writes a size as a part of a GPU's text, where at least one end needs a unit. */
export function memoryRangeText(range: Range, pen: Pen): string {
  return isSingle(range)
    ? singleText(range, memoryTextWithUnit, pen)
    : rangeText(range, { text: memoryTextWithUnit, again: memoryTextWithUnit }, pen);
}

function spellRange(range: Range, ends: Ends, pen: Pen): Node {
  return pen.way(1, 6) === 5 ? spellMapping(range, ends, pen) : spellScalar(range, ends, pen);
}

/** range/single: A value alone is a range of that one value. */
function spellScalar(range: Range, ends: Ends, pen: Pen): Node {
  if (!isSingle(range) || pen.strays(6)) return newText(rangeText(range, ends, pen));
  pen.note('range/single');
  return ends.value(range.min, pen);
}

/**
 * range/mapping: `{min: a, max: b}` is a range; a missing or null end is open.
 * Writes a mapping, where an open end is left out, or is null.
 */
function spellMapping({ min, max }: Range, ends: Ends, pen: Pen): Node {
  pen.note('range/mapping');
  const writesNull = pen.source.below(3) === 2;
  const entries: [TextNode, Node][] = [];
  if (min !== null) entries.push([MIN, ends.value(min, pen)]);
  else if (writesNull) entries.push([MIN, NULL]);
  if (max !== null) entries.push([MAX, ends.value(max, pen)]);
  else if (writesNull) entries.push([MAX, NULL]);
  if (pen.source.below(3) === 2) entries.reverse();
  return mapping(
    entries.map(([key]) => key),
    entries.map(([, value]) => value),
  );
}

function singleText(range: SingleRange, endText: Ends['text'], pen: Pen): string {
  pen.note('range/single');
  return endText(range.min, pen);
}

/**
 * range/up-to: `..b` has no lower end.
 * range/from: `a..` has no upper end.
 * range/both: `a..b` has both ends.
 * range/spaces: Spaces inside a range's text mean nothing.
 */
function rangeText({ min, max }: Range, ends: Pick<Ends, 'text' | 'again'>, pen: Pen): string {
  pen.note(min === null ? 'range/up-to' : max === null ? 'range/from' : 'range/both');
  const from = min === null ? '' : ends.text(min, pen);
  const to = max === null ? '' : min === max ? ends.again(max, pen) : ends.text(max, pen);
  if (!pen.strays(10)) return `${from}..${to}`;
  pen.note('range/spaces');
  switch (pen.source.below(4)) {
    case 1:
      return ` ${from}..${to} `;
    case 2:
      return ` ${from} .. ${to} `;
    case 3:
      return ` ${apart(from)} .. ${apart(to)} `;
    default:
      return `${from} .. ${to}`;
  }
}

/** Writes a blank between number and unit, as in `8 GB`. */
function apart(end: string): string {
  return end.replace(/(?<=\d)(?=[a-z])/i, ' ');
}

/** Writes the second end, often in another unit: `1GB..1024MB`. */
function sizeAgain(gigabytes: number, pen: Pen): string {
  return pen.strays(2) ? memoryTextInMegabytes(gigabytes, pen) : memoryText(gigabytes, pen);
}

function countText(count: number): string {
  return `${count}`;
}

interface SingleRange extends Range {
  readonly min: number;
}

function isSingle(range: Range): range is SingleRange {
  return range.min !== null && range.min === range.max;
}
