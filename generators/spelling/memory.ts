import { decimal } from '../meaning/memory.ts';
import { float, integer, text, type Node } from '../node.ts';
import type { Pen } from '../pen.ts';

/** A size as a value of its own: text with a unit, or a bare number of gigabytes. */
export function spellMemory(gigabytes: number, pen: Pen): Node {
  if (pen.way(1, 6) !== 5) return text(memoryText(gigabytes, pen));
  pen.note('memory/bare-number');
  noteSize(gigabytes, pen);
  if (!Number.isInteger(gigabytes)) {
    pen.note('memory/fraction');
    return float(gigabytes);
  }
  return pen.source.below(3) === 2 ? float(gigabytes) : integer(gigabytes);
}

/** A size as text, with or without a unit. */
export function memoryText(gigabytes: number, pen: Pen): string {
  if (pen.way(1, 16) !== 15) return memoryTextWithUnit(gigabytes, pen);
  pen.note('memory/bare-number');
  noteSize(gigabytes, pen);
  return numberText(gigabytes, pen);
}

/** A size as text that has a letter, as the parts of a GPU's text need it. */
export function memoryTextWithUnit(gigabytes: number, pen: Pen): string {
  noteSize(gigabytes, pen);
  const way = pen.way(1, 16);
  if (way >= 13) {
    const inUnit = way === 13 ? gigabytes / 1_024 : gigabytes * 1_024;
    // Powers of two keep every digit, but what nobody would write stays in gigabytes.
    if (decimal(inUnit).length <= 10) {
      pen.note(way === 13 ? 'memory/terabytes' : 'memory/megabytes');
      return numberText(inUnit, pen) + unitText(way === 13 ? 'TB' : 'MB', pen);
    }
  }
  pen.note('memory/gigabytes');
  return numberText(gigabytes, pen) + unitText('GB', pen);
}

function noteSize(gigabytes: number, pen: Pen): void {
  if (gigabytes < 0) pen.note('memory/negative');
}

/** memory/fraction: `8.0`, `.5` and `0.50` are as good as `8` and `0.5`. */
function numberText(value: number, pen: Pen): string {
  const shortest = decimal(value);
  if (!pen.strays(8)) {
    if (!Number.isInteger(value)) pen.note('memory/fraction');
    return shortest;
  }
  pen.note('memory/fraction');
  if (Number.isInteger(value)) return shortest + (pen.source.below(3) === 2 ? '.' : '.0');
  return shortest.startsWith('0.') ? shortest.slice(1) : `${shortest}0`;
}

function unitText(unit: 'TB' | 'GB' | 'MB', pen: Pen): string {
  if (!pen.strays(6)) return unit;
  const [big = '', byte = ''] = unit;
  const small = big.toLowerCase();
  const way = pen.source.below(6);
  pen.note(way <= 2 ? 'memory/spaces' : 'memory/case');
  return oneOfWays(way, [` ${unit}`, `  ${unit}`, ` ${big} ${byte}`, small + byte.toLowerCase(), small + byte, `${big}b`]);
}

function oneOfWays(way: number, ways: readonly [string, ...string[]]): string {
  return ways[way] ?? ways[0];
}
