import { oneOf, type Pool } from '../../choices/choose.ts';
import { shapeOfText, type NullNode, type Scalar, type TextNode } from '../node.ts';
import type { Pen } from '../../choices/pen.ts';
import { floatText, integerText, plainFloat } from './number.ts';
import { NO_OCTAL } from '../shape.ts';
import { doubleQuoted, fullyEscaped, LONGEST_VARIED, singleQuoted } from './quoted.ts';

/** The place of a scalar, which decides in which forms it may be written. */
export type Place = 'block' | 'flow';

/** A line break with more indentation than any key has. */
const BREAK = `\n${' '.repeat(24)}`;

const TRUE_WORDS: Pool<string> = ['true', 'yes', 'on', 'True', 'Yes', 'On', 'TRUE', 'YES', 'ON'];
const FALSE_WORDS: Pool<string> = ['false', 'no', 'off', 'False', 'No', 'Off', 'FALSE', 'NO', 'OFF'];

/** Writes a scalar as the plainest YAML: without quotes where that is safe. */
export function plainScalar(node: Scalar, place: Place, pen: Pen): string {
  switch (node.kind) {
    case 'text':
      return plainText(node, place, pen);
    case 'float':
      return plainFloat(node.value);
    default:
      return node.json;
  }
}

export function plainText(node: TextNode, place: Place, pen: Pen): string {
  const { plain, single } = shapeOfText(node);
  if (plain === 'anywhere' || (plain === 'in-block' && place === 'block')) return node.value;
  pen.note('yaml/quoting');
  return single ? singleQuoted(node.value) : doubleQuoted(node.value, node.json, pen);
}

/** Writes a scalar as any YAML that stays on its line. */
export function anyScalar(node: Scalar, place: Place, pen: Pen): string {
  switch (node.kind) {
    case 'text':
      return brokenText(node, pen) ?? anyText(node, place, pen);
    case 'integer':
      return integerText(node.value, pen);
    case 'float':
      return floatText(node.value, pen);
    case 'boolean':
      return booleanText(node.value, pen);
    case 'null':
      return nullText(node, place, pen);
  }
}

/**
 * Breaks a quoted text at a blank. A key is never broken, because it must stay on its line.
 * yaml/multi-line: Block scalars keep (`|`) or fold (`>`) their lines, with `-` and `+` for the last one.
 */
function brokenText({ value, json }: TextNode, pen: Pen): string | null {
  if (value.length > LONGEST_VARIED || !/[!-~] [!-~]/.test(value) || pen.source.below(16) !== 15) return null;
  pen.note('yaml/multi-line');
  return doubleQuoted(value, json, pen).replaceAll(/(?<=[!-~]) (?=[!-~])/g, () =>
    pen.source.below(2) === 1 ? BREAK : ' ',
  );
}

/**
 * Writes a text quoted or not, escaped or not, tagged or not.
 * yaml/quoting: Quoted text is text, whatever it looks like.
 * yaml/printable: A control character that YAML does not print is refused unless it is escaped.
 * yaml/tags: The standard tags (`!!str`, `!!int`, `!!float`, ...) choose the type; any other tag is refused.
 */
export function anyText(node: TextNode, place: Place, pen: Pen): string {
  const way = pen.source.below(16);
  if (way === 15) return taggedText(node, pen);
  if (way === 14) return fullyQuoted(node, pen);
  if (way === 13 || way === 12) {
    pen.note('yaml/quoting');
    return doubleQuoted(node.value, node.json, pen);
  }
  if (way >= 10 && shapeOfText(node).single) {
    pen.note('yaml/quoting');
    return singleQuoted(node.value);
  }
  noteMisleading(node, place, pen);
  return plainText(node, place, pen);
}

function fullyQuoted(node: TextNode, pen: Pen): string {
  pen.note('yaml/quoting');
  return fullyEscaped(node.value, pen);
}

/** Writes a text with `!!str`, which makes digits and words text without quotes. */
function taggedText(node: TextNode, pen: Pen): string {
  pen.note('yaml/tags');
  return `!!str ${/^[A-Za-z0-9][A-Za-z0-9_.]*$/.test(node.value) ? node.value : doubleQuoted(node.value, node.json, pen)}`;
}

/**
 * Notes plain texts that other readers read as booleans or numbers.
 * yaml/booleans: The plain words yes, no, on, off, true and false, in lower, title or upper case, are
 *   booleans; y and n are text.
 * yaml/floats: A plain number is a float only with a dot, and its exponent has a sign: `1e3` is text.
 */
function noteMisleading(node: TextNode, place: Place, pen: Pen): void {
  const { value } = node;
  const { plain } = shapeOfText(node);
  if (plain === 'never' || (plain === 'in-block' && place === 'flow')) return;
  if (value.length === 1 && /^[ynYN]$/.test(value)) pen.note('yaml/booleans');
  else if (/^\d+e\d+$/.test(value)) pen.note('yaml/floats');
  else if (NO_OCTAL.test(value) || value.startsWith('0o')) pen.note('yaml/integers');
}

function booleanText(value: boolean, pen: Pen): string {
  const word = oneOf(pen.source, value ? TRUE_WORDS : FALSE_WORDS);
  if (pen.source.below(24) === 23) {
    pen.note('yaml/tags');
    return `!!bool ${word}`;
  }
  if (word !== 'true' && word !== 'false') pen.note('yaml/booleans');
  return word;
}

/**
 * Writes null. An empty value is null only where another character ends the entry.
 * yaml/null: `~`, `null` and nothing at all are null.
 */
function nullText(node: NullNode, place: Place, pen: Pen): string {
  const word = oneOf(pen.source, ['null', '~', '', 'Null', 'NULL']);
  if (word === 'null' || (word === '' && place === 'flow')) return node.json;
  pen.note('yaml/null');
  return word;
}
