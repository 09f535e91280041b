import { oneOf, type Pool } from '../../choices/choose.ts';
import type { Pen } from '../../choices/pen.ts';
import { decimal } from '../decimal.ts';

const RADIXES: Pool<readonly [prefix: string, radix: number]> = [
  ['0', 8],
  ['0x', 16],
  ['0b', 2],
];

/**
 * Writes an integer in one of its notations.
 * yaml/integers: Plain decimal, octal (012), hexadecimal (0x1F) and binary (0b11) numerals are integers;
 *   underscores are dropped.
 * yaml/sexagesimal: Plain digits with colons are base-60 integers: `22:22` is 1342.
 * yaml/tags: The standard tags (`!!str`, `!!int`, `!!float`, ...) choose the type; any other tag is refused.
 */
export function integerText(value: number, pen: Pen): string {
  const sign = value < 0 ? '-' : '';
  const size = Math.abs(value);
  switch (pen.source.below(12)) {
    case 7:
      pen.note('yaml/tags');
      return `!!int ${oneOf(pen.source, [`${value}`, `'${value}'`, `"${value}"`])}`;
    case 8:
      pen.note('yaml/integers');
      return size < 1_000 ? `${value < 0 ? '' : '+'}${value}` : sign + underscored(size);
    case 9:
    case 10:
      pen.note('yaml/integers');
      return sign + inOtherRadix(size, pen);
    case 11:
      if (size < 60) break;
      pen.note('yaml/sexagesimal');
      return sign + sexagesimal(size);
    default:
  }
  return `${value}`;
}

/**
 * Writes a float in one of its notations.
 * yaml/floats: A plain number is a float only with a dot, and its exponent has a sign: `1e3` is text.
 * yaml/tags: The standard tags (`!!str`, `!!int`, `!!float`, ...) choose the type; any other tag is refused.
 */
export function floatText(value: number, pen: Pen): string {
  const plain = plainFloat(value);
  switch (pen.source.below(8)) {
    case 4:
      pen.note('yaml/tags');
      return Number.isSafeInteger(value) && !Object.is(value, -0) ? `!!float ${value}` : `!!float '${plain}'`;
    case 5:
      pen.note('yaml/floats');
      return exponential(value);
    case 6:
      if (!/^-?0\.\d/.test(plain)) break;
      pen.note('yaml/floats');
      // PyYAML reads a number that begins with a dot as a float only if it has no sign.
      return plain.startsWith('-') ? plain : plain.slice(1);
    case 7:
      pen.note('yaml/floats');
      return plain.endsWith('.0') ? plain.slice(0, -1) : `${plain}0`;
    default:
  }
  return plain;
}

/** Writes a number with a dot and without an exponent, which is a float to every reader. */
export function plainFloat(value: number): string {
  if (Object.is(value, -0)) return '-0.0';
  // `toFixed` would write `1e+22`, which is text in YAML 1.1.
  return Number.isInteger(value) ? `${BigInt(value)}.0` : decimal(value);
}

/** Writes a float with an exponent. Its mantissa has a dot and its exponent a sign. */
function exponential(value: number): string {
  if (Object.is(value, -0)) return '-0.0e+0';
  const [mantissa = '0', exponent = '+0'] = value.toExponential().split('e');
  return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}e${exponent}`;
}

function inOtherRadix(size: number, pen: Pen): string {
  const [prefix, radix] = oneOf(pen.source, RADIXES);
  return prefix + size.toString(radix);
}

function underscored(size: number): string {
  const digits = `${size}`;
  return `${digits.slice(0, -3)}_${digits.slice(-3)}`;
}

/** Writes a number in base 60: `22:22` is 22 × 60 + 22. */
function sexagesimal(size: number): string {
  let rest = size;
  let digits = '';
  while (rest >= 60) {
    digits = `:${rest % 60 < 10 ? '0' : ''}${rest % 60}${digits}`;
    rest = Math.floor(rest / 60);
  }
  return `${rest}${digits}`;
}
