import { BLANK, COLON, FLOW_SIGN, HASH, meaningOf, QUESTION } from './character.ts';
import { isBlank, isLineEnd, type Cursor } from './cursor.ts';
import { YamlFault } from './fault.ts';
import type { ScalarToken } from './token.ts';

const BLANKS = /[ \t]*/y;
const SINGLE_RUN = /[^'\r\n\x85\u2028\u2029]*(?:''[^'\r\n\x85\u2028\u2029]*)*/y;
const DOUBLE_RUN = /[^"\\\r\n\x85\u2028\u2029]*/y;
const CODE = /x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})/y;

const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  '\\': '\\',
  '/': '/',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};

/**
 * Scans text in quotes. Its lines fold, whatever their indentation.
 * yaml/quoting: Quoted text is text, whatever it looks like.
 * yaml/multi-line: Block scalars keep (`|`) or fold (`>`) their lines, with `-` and `+` for the last one.
 * yaml/well-formed: A file that is not well-formed YAML is refused.
 */
export function scanQuoted(cursor: Cursor): ScalarToken {
  const start = cursor.at;
  const quote = cursor.peek();
  cursor.at += 1;
  let text = '';
  for (;;) {
    text += quote === '"' ? doubleLine(cursor) : takeLine(cursor, SINGLE_RUN).replaceAll("''", "'");
    if (cursor.peek() === quote) break;
    if (cursor.isAtEnd) throw new YamlFault('yaml/well-formed', 'a closing quote is missing', start);
    text += fold(cursor.takeBreak(), takeFoldedBreaks(cursor));
  }
  cursor.at += 1;
  return { kind: 'scalar', start, text, plain: false };
}

/** Reads text in double quotes up to the end of the line or the closing quote. */
function doubleLine(cursor: Cursor): string {
  let text = takeLine(cursor, DOUBLE_RUN);
  while (cursor.peek() === '\\') text += scanEscape(cursor) + takeLine(cursor, DOUBLE_RUN);
  return text;
}

/** Reads the text that a pattern matches, without the blanks that end a line. */
function takeLine(cursor: Cursor, run: RegExp): string {
  const text = cursor.take(run);
  if (!isLineEnd(cursor.peek())) return text;
  let end = text.length;
  while (end > 0 && isBlank(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

function scanEscape(cursor: Cursor): string {
  const start = cursor.at;
  cursor.at += 1;
  const sign = cursor.peek();
  if (sign !== '' && isLineEnd(sign)) {
    cursor.takeBreak();
    return takeFoldedBreaks(cursor);
  }
  const replacement = ESCAPES[sign];
  if (replacement !== undefined) {
    cursor.at += 1;
    return replacement;
  }
  const [, two, four, eight] = cursor.match(CODE) ?? [];
  const code = Number.parseInt(two ?? four ?? eight ?? '', 16);
  if (code <= 0x10ffff) return String.fromCodePoint(code);
  throw new YamlFault('yaml/well-formed', `\\${sign} is no escape`, start);
}

function takeFoldedBreaks(cursor: Cursor): string {
  let breaks = '';
  for (;;) {
    if (cursor.isAtMarker) {
      throw new YamlFault('yaml/well-formed', 'a document ends inside quotes', cursor.at);
    }
    cursor.take(BLANKS);
    const lineBreak = cursor.takeBreak();
    if (lineBreak === '') return breaks;
    breaks += lineBreak;
  }
}

/** Text without quotes, and whether line breaks follow it. */
interface Plain {
  readonly token: ScalarToken;
  readonly endsLine: boolean;
}

/** Scans text without quotes. `indent` is that of the collection around it, or `undefined` in flow style. */
export function scanPlain(cursor: Cursor, indent: number | undefined): Plain {
  const start = cursor.at;
  const inFlow = indent === undefined;
  let text = plainLine(cursor, inFlow);
  let { line } = cursor;
  for (;;) {
    const space = plainBreak(cursor);
    if (space === '' || (!inFlow && cursor.column <= indent)) break;
    const more = plainLine(cursor, inFlow);
    if (more === '') break;
    text += space + more;
    line = cursor.line;
  }
  return { token: { kind: 'scalar', start, text, plain: true }, endsLine: cursor.line !== line };
}

/** Reads the words of plain text on one line. It also reads the spaces behind them, which are not part of the text. */
function plainLine(cursor: Cursor, inFlow: boolean): string {
  const start = cursor.at;
  let end = start;
  while (cursor.code() !== HASH) {
    const word = cursor.at;
    skipWord(cursor, inFlow);
    if (cursor.at === word) break;
    end = cursor.at;
    cursor.skipSpaces();
    if (cursor.at === end) break;
  }
  return cursor.text.slice(start, end);
}

/** Skips a word. A blank ends it, and so does a colon before a blank; in flow style, signs end it too. */
function skipWord(cursor: Cursor, inFlow: boolean): void {
  const stops = inFlow ? BLANK | COLON | QUESTION | FLOW_SIGN : BLANK | COLON;
  const afterColon = inFlow ? BLANK | FLOW_SIGN : BLANK;
  for (let ahead = 0; ; ahead += 1) {
    const meaning = meaningOf(cursor.code(ahead)) & stops;
    if (meaning === 0) continue;
    if ((meaning & COLON) !== 0 && (meaningOf(cursor.code(ahead + 1)) & afterColon) === 0) continue;
    cursor.at += ahead;
    return;
  }
}

/** Reads and folds the line breaks between lines of plain text. Returns `''` if the text ends here. */
function plainBreak(cursor: Cursor): string {
  const lineBreak = cursor.takeBreak();
  if (lineBreak === '') return '';
  let breaks = '';
  for (;;) {
    if (cursor.isAtMarker) return '';
    cursor.skipSpaces();
    const next = cursor.takeBreak();
    if (next === '') return fold(lineBreak, breaks);
    breaks += next;
  }
}

function fold(lineBreak: string, breaks: string): string {
  if (lineBreak !== '\n') return lineBreak + breaks;
  return breaks === '' ? ' ' : breaks;
}
