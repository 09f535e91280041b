import { isLineEnd, type Cursor } from './cursor.ts';
import { YamlFault } from './fault.ts';
import type { TagToken, Token } from './token.ts';

const NAME = /[0-9A-Za-z_-]+/y;
const AFTER_NAME = /(?![^ \t\r\n\x85\u2028\u2029?:,\]}%@`])/y;
const HANDLE = /![0-9A-Za-z_-]*!/y;
const URI = /(?:[0-9A-Za-z;/?:@&=+$,_.!~*'()[\]-]|%[0-9A-Fa-f]{2})+/y;
const TO_BLANK = /[^ \r\n\x85\u2028\u2029]*/y;
const TAG_DIRECTIVE = /TAG +(!(?:[0-9A-Za-z_-]*!)?) +/y;
const VERSION_DIRECTIVE = /YAML +([0-9]+)\.[0-9]+(?![^ \r\n\x85\u2028\u2029])/y;
const DIRECTIVE_NAME = /[0-9A-Za-z_-]+(?![^ \r\n\x85\u2028\u2029])/y;

/**
 * Scans `&name` or `*name`, whose names have letters, digits, `_` and `-`.
 * yaml/anchors: An alias stands for the value of its anchor; an alias without an anchor, or an anchor twice,
 *   is refused.
 */
export function scanAnchor(cursor: Cursor): Token {
  const start = cursor.at;
  const kind = cursor.peek() === '*' ? 'alias' : 'anchor';
  cursor.at += 1;
  const name = cursor.take(NAME);
  if (name !== '' && cursor.matches(AFTER_NAME)) return { kind, start, name };
  throw new YamlFault('yaml/anchors', `an ${kind} is made of letters, digits, _ and -`, start);
}

/**
 * Scans `!`, `!suffix`, `!!suffix`, `!handle!suffix` or `!<uri>`, which a space must follow.
 * yaml/tags: The standard tags (`!!str`, `!!int`, `!!float`, ...) choose the type; any other tag is refused.
 */
export function scanTag(cursor: Cursor): TagToken {
  const start = cursor.at;
  const tag = { kind: 'tag', start, ...tagParts(cursor, start) } as const;
  if (cursor.peek() === ' ' || isLineEnd(cursor.peek())) return tag;
  throw badTag(start);
}

function tagParts(cursor: Cursor, start: number): Pick<TagToken, 'handle' | 'suffix'> {
  const run = cursor.text.slice(start, start + 1) + peekToBlank(cursor);
  if (run.startsWith('!<')) {
    cursor.at += 2;
    const suffix = scanUri(cursor, start);
    if (cursor.peek() !== '>') throw badTag(start);
    cursor.at += 1;
    return { handle: undefined, suffix };
  }
  if (run === '!' || run.startsWith('!\t')) {
    cursor.at += 1;
    return { handle: undefined, suffix: '!' };
  }
  if (!run.slice(1).includes('!')) {
    cursor.at += 1;
    return { handle: '!', suffix: scanUri(cursor, start) };
  }
  const handle = cursor.take(HANDLE);
  if (handle === '') throw badTag(start);
  return { handle, suffix: scanUri(cursor, start) };
}

function peekToBlank(cursor: Cursor): string {
  TO_BLANK.lastIndex = cursor.at + 1;
  return TO_BLANK.exec(cursor.text)?.[0] ?? '';
}

/** Scans a part of a tag. Bytes escaped with `%` must be UTF-8. */
function scanUri(cursor: Cursor, start: number): string {
  const uri = cursor.take(URI);
  if (uri === '') throw badTag(start);
  try {
    return decodeURIComponent(uri);
  } catch {
    throw badTag(start);
  }
}

function badTag(start: number): YamlFault {
  return new YamlFault('yaml/tags', 'no tag, or no space behind it', start);
}

/**
 * Scans `%YAML 1.1`, `%TAG ! prefix`, or a directive without a meaning.
 * yaml/document-markers: A directive and the markers `---` and `...` may surround the document.
 */
export function scanDirective(cursor: Cursor): Token {
  const start = cursor.at;
  cursor.at += 1;
  const directive = directiveAt(cursor, start);
  cursor.skipSpaces();
  cursor.skipComment();
  if (directive === undefined || !isLineEnd(cursor.peek())) {
    throw new YamlFault('yaml/document-markers', 'no directive of YAML 1.1', start);
  }
  cursor.takeBreak();
  return directive;
}

function directiveAt(cursor: Cursor, start: number): Token | undefined {
  const major = cursor.match(VERSION_DIRECTIVE)?.[1];
  if (major !== undefined) return { kind: 'version', start, major };
  const handle = cursor.match(TAG_DIRECTIVE)?.[1];
  if (handle !== undefined) {
    const prefix = scanUri(cursor, start);
    return cursor.peek() === ' ' || isLineEnd(cursor.peek())
      ? { kind: 'handle', start, handle, prefix }
      : undefined;
  }
  const name = cursor.take(DIRECTIVE_NAME);
  if (name === '' || name === 'YAML' || name === 'TAG') return undefined;
  cursor.takeRestOfLine();
  return { kind: 'other directive', start };
}
