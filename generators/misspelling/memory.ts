import type { Fault } from './fault.ts';
import { decimalIn, type Numeral } from './numeral.ts';

const UNIT = /[tgm]b$/i;

const GIGABYTES: Readonly<Record<string, number>> = { tb: 1_024, gb: 1, mb: 1 / 1_024 };

/**
 * Returns the gigabytes that a text means.
 * memory/case: The unit's case means nothing.
 * memory/spaces: Spaces inside a size mean nothing.
 * memory/bare-number: A size without a unit is in gigabytes.
 */
export function sizeIn(text: string): Numeral {
  const compact = text.replaceAll(' ', '');
  const unit = UNIT.exec(compact)?.[0] ?? '';
  const number = decimalIn(compact.slice(0, compact.length - unit.length));
  return typeof number === 'number' ? number * (GIGABYTES[unit.toLowerCase()] ?? 1) : number;
}

/**
 * shm_size/single: `shm_size` is no range.
 * memory/unit: Any other unit, and text without a number, is refused.
 */
export function singleSizeFault(text: string): Fault {
  if (text.includes('..')) return 'shm_size/single';
  return sizeIn(text) === 'none' ? 'memory/unit' : undefined;
}
