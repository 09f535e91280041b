import { boolean, float, integer, newText, type Node } from '../document/node.ts';
import type { Pen } from '../choices/pen.ts';
import { decimal } from '../document/decimal.ts';

/**
 * Writes a size as a value: text with a unit, or a bare number of gigabytes.
 * memory/bare-number: A size without a unit is in gigabytes.
 * memory/negative: A negative size is accepted.
 * integer/from-boolean: A boolean where an integer is expected is 1 or 0.
 */
export function spellMemory(gigabytes: number, pen: Pen): Node {
  if (pen.way(1, 6) !== 5) return newText(ownText(gigabytes, pen));
  pen.note('memory/bare-number');
  if (gigabytes < 0) pen.note('memory/negative');
  if ((gigabytes === 0 || gigabytes === 1) && pen.strays(4)) {
    pen.note('integer/from-boolean');
    return boolean(gigabytes === 1);
  }
  if (!Number.isInteger(gigabytes)) {
    pen.note('memory/fraction');
    return float(gigabytes);
  }
  return pen.source.below(3) === 2 ? float(gigabytes) : integer(gigabytes);
}

/**
 * Writes a size as a text of its own, which may have stranger forms than one inside another text.
 * memory/spaces: Spaces inside a size mean nothing.
 */
function ownText(gigabytes: number, pen: Pen): string {
  switch (pen.way(1, 25)) {
    case 22:
      pen.note('memory/spaces');
      return ` ${Array.from(memoryText(gigabytes, pen)).join(' ')} `;
    case 23:
      return dotText(gigabytes, pen);
    case 24:
      return exponentText(gigabytes, pen);
    default:
      return memoryText(gigabytes, pen);
  }
}

/** Writes a size as text, with or without a unit. */
export function memoryText(gigabytes: number, pen: Pen): string {
  if (pen.way(1, 16) !== 15) return memoryTextWithUnit(gigabytes, pen);
  pen.note('memory/bare-number');
  if (gigabytes < 0) pen.note('memory/negative');
  return numberText(gigabytes, pen);
}

/**
 * Writes a size as text with a unit, as the parts of a GPU's text need it.
 * memory/terabytes: A terabyte is 1024 gigabytes.
 * memory/megabytes: A megabyte is 1/1024 gigabyte.
 * memory/gigabytes: A size in `GB` is that many gigabytes.
 */
export function memoryTextWithUnit(gigabytes: number, pen: Pen): string {
  if (gigabytes < 0) pen.note('memory/negative');
  const way = pen.way(1, 16);
  if (way >= 13) {
    const inUnit = way === 13 ? gigabytes / 1_024 : gigabytes * 1_024;
    // Powers of two keep every digit, but a number that no person would write stays in gigabytes.
    if (decimal(inUnit).length <= 10) {
      pen.note(way === 13 ? 'memory/terabytes' : 'memory/megabytes');
      return numberText(inUnit, pen) + unitText(way === 13 ? 'TB' : 'MB', pen);
    }
  }
  pen.note('memory/gigabytes');
  return numberText(gigabytes, pen) + unitText('GB', pen);
}

/**
 * Writes a size as text in megabytes, or in gigabytes if the megabytes would be a number that no person would write.
 */
export function memoryTextInMegabytes(gigabytes: number, pen: Pen): string {
  const megabytes = gigabytes * 1_024;
  if (decimal(megabytes).length > 10) return memoryTextWithUnit(gigabytes, pen);
  if (gigabytes < 0) pen.note('memory/negative');
  pen.note('memory/megabytes');
  return numberText(megabytes, pen) + unitText('MB', pen);
}

/**
 * Writes `8.0` or `0.50`, which mean the same as `8` and `0.5`, or adds zeros in front.
 * memory/fraction: A size may have a fraction or an exponent.
 */
function numberText(value: number, pen: Pen): string {
  const shortest = pen.strays(24) && value >= 0 ? `00${decimal(value)}` : decimal(value);
  const isPadded = pen.strays(8);
  if (isPadded || !Number.isInteger(value)) pen.note('memory/fraction');
  if (!isPadded) return shortest;
  return Number.isInteger(value) ? `${shortest}.0` : `${shortest}0`;
}

/**
 * Writes `.5GB` or `8.GB`. Beside the dots of a range this would be ambiguous.
 * memory/fraction: A size may have a fraction or an exponent.
 */
function dotText(gigabytes: number, pen: Pen): string {
  pen.note('memory/gigabytes');
  pen.note('memory/fraction');
  if (gigabytes < 0) pen.note('memory/negative');
  const shortest = decimal(gigabytes);
  if (Number.isInteger(gigabytes)) return `${shortest}.GB`;
  return `${shortest.startsWith('0.') ? shortest.slice(1) : shortest}GB`;
}

/**
 * Writes `1e1GB` or `80e-1GB`. A size with a fraction is written without an exponent.
 * memory/fraction: A size may have a fraction or an exponent.
 */
function exponentText(gigabytes: number, pen: Pen): string {
  if (!Number.isSafeInteger(gigabytes * 10)) return memoryText(gigabytes, pen);
  pen.note('memory/gigabytes');
  pen.note('memory/fraction');
  if (gigabytes < 0) pen.note('memory/negative');
  const isRound = gigabytes % 10 === 0 && gigabytes !== 0;
  return isRound ? `${gigabytes / 10}e1GB` : `${gigabytes * 10}e-1GB`;
}

/** memory/case: The unit's case means nothing. */
function unitText(unit: 'TB' | 'GB' | 'MB', pen: Pen): string {
  if (!pen.strays(6)) return unit;
  const [big = '', byte = ''] = unit;
  const small = big.toLowerCase();
  const way = pen.source.below(6);
  pen.note(way <= 2 ? 'memory/spaces' : 'memory/case');
  const ways = [` ${unit}`, `  ${unit}`, ` ${big} ${byte}`, unit.toLowerCase(), small + byte, `${big}b`];
  return ways[way] ?? unit;
}
