import { oneOf, type Pool } from '../choices/choose.ts';
import { boolean, float, integer, text, type Node } from '../document/node.ts';
import type { Pen } from '../choices/pen.ts';

/** Blanks beyond ASCII, as they may stand before and after a number. */
const WIDE_BLANKS: Pool<readonly [before: string, after: string]> = [
  ['\u3000 ', '\u00a0'],
  ['\x85', '\u2028'],
];

/**
 * Writes an integer, or another scalar that the release reads as one. Where the release reads text, as in
 * `gpu: 2.0`, this does not apply.
 * integer/number: A count is an integer.
 * A float is read as the pen's coercion says.
 * integer/from-boolean: A boolean where an integer is expected is 1 or 0.
 */
export function spellInteger(value: number, pen: Pen): Node {
  const { floats } = pen.coercion;
  switch (pen.way(1, 8)) {
    case 5:
      return text(numeralText(value, pen));
    case 6:
      pen.note(floats.requirement);
      return float(withFraction(value, oneOf(pen.source, floats.fractions)));
    case 4:
    case 7:
      if (value !== 0 && value !== 1) break;
      pen.note('integer/from-boolean');
      return boolean(value === 1);
    default:
  }
  pen.note('integer/number');
  return integer(value);
}

/**
 * Returns a number that becomes `value` when its fraction is cut. Returns `value` itself if binary64 would round the
 * number to another integer.
 */
export function withFraction(value: number, fraction: number): number {
  const number = value < 0 ? value - fraction : value + fraction;
  return Math.trunc(number) === value ? number : value;
}

/** Writes an integer as text, perhaps with a fraction of zeros where that is read too. */
function numeralText(value: number, pen: Pen): string {
  const { textOfFloat } = pen.coercion;
  if (textOfFloat === undefined || !pen.strays(3)) {
    pen.note('integer/from-text');
    return integerText(value, pen);
  }
  pen.note(textOfFloat);
  return pen.source.below(2) === 0 ? `${value}.0` : ` ${value}.00 `;
}

/**
 * Writes an integer as text, perhaps with a sign, zeros or blanks without meaning.
 * integer/from-text: Text of decimal digits, with an optional sign and surrounding blanks, is an integer.
 */
export function integerText(value: number, pen: Pen): string {
  switch (pen.source.below(10)) {
    case 2:
      return ` ${value}`;
    case 3:
      return `${value} `;
    case 4:
      return value < 0 ? `${value}` : `+${value}`;
    case 5:
      return value < 0 ? `-0${-value}` : `0${value}`;
    case 6:
      return ` ${value} `;
    case 7:
      return value < 0 ? ` ${value}  ` : ` +${value} `;
    case 8:
      return `\t${value}\n`;
    case 9: {
      const [before, after] = oneOf(pen.source, WIDE_BLANKS);
      return `${before}${value}${after}`;
    }
    default:
      return `${value}`;
  }
}
