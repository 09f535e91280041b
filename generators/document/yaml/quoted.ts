import type { Pen } from '../../choices/pen.ts';

/**
 * Matches characters that need an escape beyond those of JSON, because they may not stand unescaped or could be
 * misread.
 */
const SPECIAL = /[\x7f-\u00a0\u2028\u2029\ufeff\ufffe\uffff]/g;

const NAMED: ReadonlyMap<string, string> = new Map([
  ['\x07', '\\a'],
  ['\x1b', '\\e'],
  ['\0', '\\0'],
  ['\x0b', '\\v'],
  ['\x85', '\\N'],
  ['\xa0', '\\_'],
  ['\u2028', '\\L'],
  ['\u2029', '\\P'],
]);

/** Matches characters that YAML does not count as printable. They may only stand escaped. */
// eslint-disable-next-line no-control-regex -- control characters are the point
const UNPRINTABLE = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/;

/** A text of more UTF-16 units than this is not written with varied escapes. */
export const LONGEST_VARIED = 512;

export function singleQuoted(value: string): string {
  return value.includes("'") ? `'${value.replaceAll("'", "''")}'` : `'${value}'`;
}

/** Writes a text in double quotes with the escapes of JSON, which YAML knows too. */
export function doubleQuoted(value: string, json: string, pen: Pen): string {
  if (UNPRINTABLE.test(value)) pen.note('yaml/printable');
  return json.search(SPECIAL) < 0 ? json : json.replace(SPECIAL, escaped);
}

/** Writes a text in double quotes with unnecessary escapes and with those that only YAML knows. */
export function fullyEscaped(value: string, pen: Pen): string {
  if (value.length > LONGEST_VARIED) return doubleQuoted(value, JSON.stringify(value), pen);
  if (UNPRINTABLE.test(value)) pen.note('yaml/printable');
  let text = '"';
  for (const character of value) text += escapedForm(character, pen);
  return `${text}"`;
}

function escapedForm(character: string, pen: Pen): string {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x20 && code < 0x7f && character !== '"' && character !== '\\') {
    return pen.source.below(8) === 7 ? `\\x${hex(code, 2)}` : character;
  }
  const name = NAMED.get(character);
  if (name !== undefined) return name;
  if (code > 0xffff) return `\\U${hex(code, 8)}`;
  return code > 0xff ? `\\u${hex(code, 4)}` : `\\x${hex(code, 2)}`;
}

function escaped(character: string): string {
  return `\\u${hex(character.charCodeAt(0), 4)}`;
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0');
}
