import { isLineEnd, type Cursor } from './cursor.ts';
import { YamlFault } from './fault.ts';
import type { ScalarToken } from './token.ts';

const HEADER = /[|>](?:([-+])([1-9])?|([1-9])([-+])?)?(?![^ \r\n\x85\u2028\u2029])/y;

/**
 * Scans a block scalar. `around` is the indentation of the collection that holds it, or -1 if there is none.
 * yaml/multi-line: Block scalars keep (`|`) or fold (`>`) their lines, with `-` and `+` for the last one.
 * yaml/well-formed: A file that is not well-formed YAML is refused.
 */
export function scanBlockScalar(cursor: Cursor, around: number): ScalarToken {
  const start = cursor.at;
  const folds = cursor.peek() === '>';
  const header = cursor.match(HEADER);
  cursor.skipSpaces();
  cursor.skipComment();
  if (header === undefined || !isLineEnd(cursor.peek())) {
    throw new YamlFault('yaml/well-formed', 'no header of a block scalar', start);
  }
  cursor.takeBreak();
  const least = Math.max(around + 1, 1);
  const given = header[2] ?? header[3];
  const lead =
    given === undefined ? undetermined(cursor, least) : determined(cursor, least + Number(given) - 1);
  const { text, lastBreak, breaks } = scanLines(cursor, lead, folds);
  return {
    kind: 'scalar',
    start,
    text: text + chomp(header[1] ?? header[4], lastBreak, breaks),
    plain: false,
  };
}

/** The indentation of a block scalar's lines, and the line breaks before the first of them. */
interface Lead {
  readonly indent: number;
  readonly breaks: string;
}

/**
 * Finds the indentation of a scalar whose header gives none: the widest of the blank lines and the first other line
 * decides.
 */
function undetermined(cursor: Cursor, least: number): Lead {
  let indent = least;
  let breaks = '';
  for (;;) {
    cursor.skipSpaces();
    indent = Math.max(indent, cursor.column);
    const lineBreak = cursor.takeBreak();
    if (lineBreak === '') return { indent, breaks };
    breaks += lineBreak;
  }
}

function determined(cursor: Cursor, indent: number): Lead {
  return { indent, breaks: takeBreaks(cursor, indent) };
}

/** Skips blank lines and the indentation of the line behind them. */
function takeBreaks(cursor: Cursor, indent: number): string {
  let breaks = '';
  for (;;) {
    while (cursor.column < indent && cursor.peek() === ' ') cursor.at += 1;
    const lineBreak = cursor.takeBreak();
    if (lineBreak === '') return breaks;
    breaks += lineBreak;
  }
}

/**
 * Scans the lines that are indented like the first one, the break behind the last of them, and the blank lines after
 * it.
 */
function scanLines(
  cursor: Cursor,
  { indent, breaks: lead }: Lead,
  folds: boolean,
): { readonly text: string; readonly lastBreak: string; readonly breaks: string } {
  let text = '';
  let lastBreak = '';
  let breaks = lead;
  let wasFlush = false;
  while (cursor.column === indent && !cursor.isAtEnd) {
    const isFlush = cursor.peek() !== ' ' && cursor.peek() !== '\t';
    const joins = folds && lastBreak === '\n' && wasFlush && isFlush;
    text += (joins ? (breaks === '' ? ' ' : '') : lastBreak) + breaks + cursor.takeRestOfLine();
    wasFlush = isFlush;
    lastBreak = cursor.takeBreak();
    breaks = takeBreaks(cursor, indent);
  }
  return { text, lastBreak, breaks };
}

/**
 * Applies the sign of the header: `-` drops the last line breaks, `+` keeps them all, and without a sign one stays if
 * there is one.
 */
function chomp(sign: string | undefined, lastBreak: string, breaks: string): string {
  if (sign === '-') return '';
  return sign === '+' ? lastBreak + breaks : lastBreak;
}
