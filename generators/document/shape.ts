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

/** The number of ASCII characters. */
const ASCII = 128;

/** Characters that mean nothing to YAML, wherever they stand in a text but at its start, as ones in a table. */
const HARMLESS = Uint8Array.from({ length: ASCII }, (_, code) =>
  /[A-Za-z0-9_./=$()+;^~\\<-]/.test(String.fromCharCode(code)) ? 1 : 0,
);

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

/** The number of characters of the longest word. */
const LONGEST_WORD = Math.max(...Array.from(WORDS, ({ length }) => length));

/** The character code of `9`. */
const NINE = 0x39;

export function shapeOf(value: string): Shape {
  if (isHarmless(value)) return readsAsOtherThanText(value) ? QUOTED : ANYWHERE;
  if (!PRINTABLE_ASCII.test(value) && !PRINTABLE.test(value))
    return hasPrintableLines(value) ? LINES : ESCAPED;
  if (value === '' || value.startsWith(' ') || value.endsWith(' ')) return INLINE;
  if (readsAsOtherThanText(value) || BEGINS_WITH_INDICATOR.test(value) || PLAIN_NOWHERE.test(value)) {
    return QUOTED;
  }
  return NOT_IN_FLOW.test(value) ? IN_BLOCK : ANYWHERE;
}

/** Returns whether a text has no blanks and no character that could mean something to YAML, as most texts. */
function isHarmless(value: string): boolean {
  if (value === '' || value.startsWith('-')) return false;
  for (let index = 0; index < value.length; index += 1) {
    if (HARMLESS[value.charCodeAt(index)] !== 1) return false;
  }
  return true;
}

/** Returns whether the reader reads this text as a number, a boolean, null, a date or a fault when it stands plain. */
function readsAsOtherThanText(value: string): boolean {
  if (value.length <= LONGEST_WORD && WORDS.has(value)) return true;
  // A number begins with a digit, a sign or a dot. None of these comes after `9`.
  return value.charCodeAt(0) <= NINE && NUMBER_OR_DATE.test(value) && !NO_OCTAL.test(value);
}

function hasPrintableLines(value: string): boolean {
  const lines = value.replace(/\n+$/, '').split('\n');
  return lines.every((line) => PRINTABLE.test(line) && !/^ | $|^$/.test(line));
}
