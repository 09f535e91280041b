import { isLineEnd, type Cursor } from './yaml-cursor.ts';
import { YamlFault } from './yaml-fault.ts';
import type { ScalarToken } from './yaml-token.ts';

const BLANKS = /[ \t]*/y;
const SINGLE_RUN = /(?:[^' \t\r\n\x85\u2028\u2029]|'')+/y;
const DOUBLE_RUN = /[^"\\ \t\r\n\x85\u2028\u2029]+/y;
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

/** yaml/quoting, yaml/multi-line: text in quotes; its lines fold, whatever their indentation. */
export function scanQuoted(cursor: Cursor): ScalarToken {
  const start = cursor.at;
  const quote = cursor.peek();
  cursor.at += 1;
  let text = '';
  for (;;) {
    text += quote === '"' ? doubleRun(cursor) : cursor.take(SINGLE_RUN).replaceAll("''", "'");
    if (cursor.peek() === quote) break;
    if (cursor.isAtEnd) throw new YamlFault('yaml/well-formed', 'a closing quote is missing', start);
    text += foldedSpace(cursor);
  }
  cursor.at += 1;
  return { kind: 'scalar', start, text, plain: false };
}

/** Text in double quotes up to a blank or the closing quote. */
function doubleRun(cursor: Cursor): string {
  let text = '';
  for (;;) {
    text += cursor.take(DOUBLE_RUN);
    if (cursor.peek() !== '\\') return text;
    text += scanEscape(cursor);
  }
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

/** Blanks inside quotes; with line breaks, one is a space and further ones line breaks. */
function foldedSpace(cursor: Cursor): string {
  const blanks = cursor.take(BLANKS);
  const lineBreak = cursor.takeBreak();
  return lineBreak === '' ? blanks : fold(lineBreak, takeFoldedBreaks(cursor));
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

const PLAIN_RUN = /(?:[^: \t\r\n\x85\u2028\u2029]|:(?=[^ \t\r\n\x85\u2028\u2029]))+/y;
const PLAIN_FLOW_RUN = /(?:[^:,?[\]{} \t\r\n\x85\u2028\u2029]|:(?=[^,[\]{} \t\r\n\x85\u2028\u2029]))+/y;

/** Text without quotes, and whether line breaks came behind it. */
interface Plain {
  readonly token: ScalarToken;
  readonly endsLine: boolean;
}

/** Text without quotes; `indent` is that of the collection around it, `undefined` in flow style. */
export function scanPlain(cursor: Cursor, indent: number | undefined): Plain {
  const start = cursor.at;
  const run = indent === undefined ? PLAIN_FLOW_RUN : PLAIN_RUN;
  let text = '';
  let space = '';
  let line = cursor.line;
  while (cursor.peek() !== '#') {
    const piece = cursor.take(run);
    if (piece === '') break;
    text += space + piece;
    line = cursor.line;
    space = plainSpace(cursor);
    if (space === '' || (indent !== undefined && cursor.column <= indent)) break;
  }
  return { token: { kind: 'scalar', start, text, plain: true }, endsLine: cursor.line !== line };
}

/** What stands between the words of plain text; `''` where it ends. A tab ends it. */
function plainSpace(cursor: Cursor): string {
  const spaces = cursor.takeSpaces();
  const lineBreak = cursor.takeBreak();
  if (lineBreak === '') return spaces;
  let breaks = '';
  for (;;) {
    if (cursor.isAtMarker) return '';
    cursor.takeSpaces();
    const next = cursor.takeBreak();
    if (next === '') return fold(lineBreak, breaks);
    breaks += next;
  }
}

function fold(lineBreak: string, breaks: string): string {
  if (lineBreak !== '\n') return lineBreak + breaks;
  return breaks === '' ? ' ' : breaks;
}
