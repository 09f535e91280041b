/**
 * The number that a text means; `none` if no reader sees a number; `unclear` if only some readers do, so that near-misses
 * leave it out: digits other than 0 to 9, underscores, `nan`, `inf` and integers beyond ±(2^53−1), which are out of
 * scope, and blanks beyond ASCII, which examples of the requirements cover.
 */
export type Numeral = number | 'none' | 'unclear';

const INTEGER = /^[\t-\r ]*([+-]?[0-9]+)[\t-\r ]*$/;

const UNCLEAR_INTEGER = /^\p{White_Space}*[+-]?[\p{Nd}_]+\p{White_Space}*$/u;

const DECIMAL = /^[\t-\r ]*([+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:e[+-]?[0-9]+)?)[\t-\r ]*$/i;

const UNCLEAR_DECIMAL =
  /^\p{White_Space}*[+-]?(?:(?=[._]*\p{Nd})[\p{Nd}_]*(?:\.[\p{Nd}_]*)?(?:e[+-]?[\p{Nd}_]+)?|nan|inf(?:inity)?)\p{White_Space}*$/iu;

/** integer/from-text: Text of decimal digits, with an optional sign and surrounding blanks, is an integer. */
export function integerIn(text: string): Numeral {
  const digits = INTEGER.exec(text)?.[1];
  if (digits === undefined) return UNCLEAR_INTEGER.test(text) ? 'unclear' : 'none';
  const integer = Number(digits);
  return Number.isSafeInteger(integer) ? integer : 'unclear';
}

/**
 * max_price/from-text: Text of a decimal number is a price, and `true` is 1.
 * memory/fraction: A size may have a fraction or an exponent.
 * Takes digits with at most one dot, an optional sign, an optional exponent and surrounding blanks.
 */
export function decimalIn(text: string): Numeral {
  const digits = DECIMAL.exec(text)?.[1];
  if (digits === undefined) return UNCLEAR_DECIMAL.test(text) ? 'unclear' : 'none';
  const decimal = Number(digits);
  return Number.isFinite(decimal) ? decimal : 'unclear';
}
