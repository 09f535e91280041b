/**
 * The number that a text means; `none` if no reader sees a number; `unclear` if only some readers do, which is out of
 * scope: digits other than 0 to 9, underscores, `nan`, `inf`, and integers beyond ±(2^53−1). Blanks around a number are
 * those of Unicode.
 */
export type Numeral = number | 'none' | 'unclear';

const INTEGER = /^\p{White_Space}*([+-]?[0-9]+)\p{White_Space}*$/u;

const UNCLEAR_INTEGER = /^\p{White_Space}*[+-]?[\p{Nd}_]+\p{White_Space}*$/u;

const DECIMAL =
  /^\p{White_Space}*([+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:e[+-]?[0-9]+)?)\p{White_Space}*$/iu;

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
