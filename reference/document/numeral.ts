/**
 * This module reads and writes numbers as text, as the release does. NON-SPEC: underscores, non-ASCII digits, `nan`
 * and `inf` are out of scope and refused.
 */

/** Pattern source: any number of the characters that Python strips as blanks. */
export const BLANKS = String.raw`[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*`;
/** Pattern source: one of the characters that Python's `strip` and `split` drop: blanks and four separators of ASCII. */
export const SPACE = String.raw`[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]`;
const STRIPPED = `${SPACE}+`;
const ENDS = new RegExp(`^${STRIPPED}|${STRIPPED}$`, 'g');
const INTEGER = new RegExp(`^${BLANKS}([+-]?[0-9]+)${BLANKS}$`);
const DECIMAL = new RegExp(
  `^${BLANKS}([+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?)${BLANKS}$`,
);

/** integer/from-text: Text of decimal digits, with an optional sign and surrounding blanks, is an integer. */
export function integerFromText(text: string): number | undefined {
  const digits = INTEGER.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

const WHOLE = new RegExp(`^${BLANKS}([+-]?[0-9]+)\\.0+${BLANKS}$`);

/** integer/from-text-of-float: Text of an integer with a fraction of zeros, such as `2.0`, is an integer. */
export function wholeFromText(text: string): number | undefined {
  const digits = WHOLE.exec(text)?.[1];
  // Adding 0 makes 0 of -0.
  return digits === undefined ? undefined : Number(digits) + 0;
}

const ASCII = /^[\0-\x7f]*$/;

/** Reads an integer from binary data, given as text. Blanks beyond ASCII are no blanks there. */
export function integerFromBinary(text: string): number | undefined {
  return ASCII.test(text) ? integerFromText(text) : undefined;
}

/** Reads a decimal number from binary data, given as text. Blanks beyond ASCII are no blanks there. */
export function decimalFromBinary(text: string): number | undefined {
  return ASCII.test(text) ? decimalFromText(text) : undefined;
}

/**
 * Drops the characters at the ends of a text that Python's `strip` drops. They are more than the blanks that may stand
 * around a number.
 */
export function strip(text: string): string {
  return text.replaceAll(ENDS, '');
}

/**
 * integer/from-float: A float where an integer is expected loses its fraction.
 * The fraction is dropped towards zero. NaN and the infinities have no whole part. The result is never -0.
 */
export function wholePart(value: number): number | undefined {
  if (!Number.isFinite(value)) return undefined;
  const whole = Math.trunc(value);
  return whole === 0 ? 0 : whole;
}

/** Reads a decimal number with blanks around it. Returns `undefined` for a number that binary64 can't hold. */
export function decimalFromText(text: string): number | undefined {
  const digits = DECIMAL.exec(text)?.[1];
  if (digits === undefined) return undefined;
  const value = Number(digits);
  return Number.isFinite(value) ? value : undefined;
}

/** The shortest decimal that reads back as the same number, without an exponent: `0.0000001`, not `1e-7`. */
export function decimalText(value: number): string {
  const text = String(value);
  if (!text.includes('e')) return text;
  const [mantissa = '', exponent] = text.split('e');
  const sign = mantissa.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = mantissa.slice(sign.length).split('.');
  const point = whole.length + Number(exponent);
  const digits = whole + fraction;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return sign + digits.padEnd(point, '0');
}

/**
 * text/from-float: A float where text is expected becomes the shortest decimal that reads back, with at least
 *   one digit after the dot, and with a two-digit exponent below 1e-4 and from 1e16.
 * Returns that text, such as `1.0`, `0.0001`, `1e-05` or `1e+16`.
 */
export function floatText(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  if (Object.is(value, -0)) return '-0.0';
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e16)) return exponentText(value);
  const text = decimalText(value);
  return text.includes('.') ? text : `${text}.0`;
}

function exponentText(value: number): string {
  const [mantissa = '', exponent = '+0'] = value.toExponential().split('e');
  return `${mantissa}e${exponent.slice(0, 1)}${exponent.slice(1).padStart(2, '0')}`;
}
