/**
 * The ways in which a text may stand in YAML 1.1, as the release's reader (PyYAML) reads it. The classes are ordered:
 * a text that may stand plain in a flow collection may stand plain anywhere.
 */
export interface Shape {
  /** The places where the text may stand without quotes. */
  readonly plain: 'anywhere' | 'in-block' | 'never';
  /** True if the text fits into single quotes on one line. */
  readonly single: boolean;
  /** True if a block scalar can hold the text: its lines neither begin nor end in blanks. */
  readonly lines: boolean;
}

const ANYWHERE: Shape = { plain: 'anywhere', single: true, lines: true };
const IN_BLOCK: Shape = { plain: 'in-block', single: true, lines: true };
const QUOTED: Shape = { plain: 'never', single: true, lines: true };
const INLINE: Shape = { plain: 'never', single: true, lines: false };
const LINES: Shape = { plain: 'never', single: false, lines: true };
const ESCAPED: Shape = { plain: 'never', single: false, lines: false };

/**
 * Matches text that may stand in single quotes and block scalars. Line breaks of YAML 1.1 alone are not in it and are
 * escaped.
 */

const PRINTABLE = /^[\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]*$/u;

/** Matches printable texts of ASCII, faster than the pattern above. */
const PRINTABLE_ASCII = /^[ -~]*$/;

/** Matches most texts: a word that begins with a letter or a slash, without blanks, colons or brackets. */
const SIMPLE_WORD = /^[A-Za-z/][A-Za-z0-9_./=-]*$/;

const BEGINS_WITH_INDICATOR = /^(?:[,[\]{}#&*!|>'"%@`]|[-?:](?: |$))/;

const PLAIN_NOWHERE = /: |:$| #/;

const NOT_IN_FLOW = /[,[\]{}?]|^[?:]|:[,[\]{}]/;

const NUMBER_OR_DATE =
  /^(?:[-+]?(?:0b[01_]+|0x[0-9a-fA-F_]+|[0-9][0-9_]*(?::[0-5]?[0-9])*(?:\.[0-9_]*)?(?:[eE][-+][0-9]+)?|\.[0-9_]+(?:[eE][-+][0-9]+)?|\.(?:inf|Inf|INF))|\.(?:nan|NaN|NAN)|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*)$/;

/**
 * yaml/integers: Plain decimal, octal (012), hexadecimal (0x1F) and binary (0b11) numerals are integers;
 *   underscores are dropped.
 * Digits with a zero in front and an 8 or 9 in them are neither octal nor decimal.
 */
export const NO_OCTAL = /^[-+]?0[0-9]*[89][0-9]*$/;

const WORDS = new Set(
  ['yes', 'no', 'on', 'off', 'true', 'false', 'null']
    .flatMap((word) => [word, word.slice(0, 1).toUpperCase() + word.slice(1), word.toUpperCase()])
    .concat('~', '=', '<<', ''),
);

export function shapeOf(value: string): Shape {
  if (SIMPLE_WORD.test(value)) return WORDS.has(value) ? QUOTED : ANYWHERE;
  if (!PRINTABLE_ASCII.test(value) && !PRINTABLE.test(value))
    return hasPrintableLines(value) ? LINES : ESCAPED;
  if (value === '' || value.startsWith(' ') || value.endsWith(' ')) return INLINE;
  if (readsAsOtherThanText(value) || BEGINS_WITH_INDICATOR.test(value) || PLAIN_NOWHERE.test(value)) {
    return QUOTED;
  }
  return NOT_IN_FLOW.test(value) ? IN_BLOCK : ANYWHERE;
}

/** Returns whether the reader reads this text as a number, a boolean, null, a date or a fault when it stands plain. */
function readsAsOtherThanText(value: string): boolean {
  return WORDS.has(value) || (NUMBER_OR_DATE.test(value) && !NO_OCTAL.test(value));
}

function hasPrintableLines(value: string): boolean {
  const lines = value.replace(/\n+$/, '').split('\n');
  return lines.every((line) => PRINTABLE.test(line) && !/^ | $|^$/.test(line));
}
