import type { CST } from 'yaml';

/** How many times a text is mended before it is given up. */
const MOST_MENDS = 100;

/** A text that means the same, and by how many columns its lines (from 1) have moved. */
export interface Indented {
  readonly text: string;
  readonly shifts: ReadonlyMap<number, number>;
}

/**
 * yaml/multi-line: to the release, indentation means nothing inside quotes and brackets; the library wants every such
 * line deeper than what holds them. Lines that it stumbles over are moved to the right.
 */
export function indentContinuations(
  text: string,
  tokenize: (text: string) => readonly CST.Token[],
): Indented {
  const shifts = new Map<number, number>();
  let current = text;
  for (let mends = 0; mends < MOST_MENDS; mends += 1) {
    const broken = firstBroken(tokenize(current));
    const mended = broken === undefined ? undefined : mend(current, broken, shifts);
    if (mended === undefined) break;
    current = mended;
  }
  return { text: current, shifts };
}

/** The first quoted text or collection in brackets that the library did not see the end of. */
function firstBroken(tokens: readonly CST.Token[]): number | undefined {
  let first: number | undefined;
  const waiting = [...tokens];
  for (let token = waiting.pop(); token !== undefined; token = waiting.pop()) {
    if (isBroken(token) && (first === undefined || token.offset < first)) first = token.offset;
    if (token.type === 'document' && token.value !== undefined) waiting.push(token.value);
    if (!('items' in token)) continue;
    for (const { key, value } of token.items) {
      if (key != null) waiting.push(key);
      if (value != null) waiting.push(value);
    }
  }
  return first;
}

function isBroken(token: CST.Token): boolean {
  if (token.type === 'flow-collection')
    return !token.end.some((end) => end.type === 'flow-map-end' || end.type === 'flow-seq-end');
  return isUnclosed(token);
}

/** Whether a quoted text lacks its closing quote. */
export function isUnclosed(token: CST.Token): boolean {
  if (token.type === 'single-quoted-scalar') return !/^'(?:[^']|'')*'$/.test(token.source);
  return token.type === 'double-quoted-scalar' && !/^"(?:[^"\\]|\\[^])*"$/.test(token.source);
}

/** Moves the lines that follow in the quotes or brackets at `start`; `undefined` where that can't help. */
function mend(text: string, start: number, shifts: Map<number, number>): string | undefined {
  const end = endOf(text, start);
  if (end === undefined) return undefined;
  const inside = text.slice(start, end);
  if (!inside.includes('\n') || /\n(?:---|\.\.\.)(?:\s|$)/.test(inside)) return undefined;
  const before = text.slice(0, start);
  const column = start - (before.lastIndexOf('\n') + 1) + 1;
  const firstLine = before.split('\n').length;
  if (shifts.has(firstLine + 1)) return undefined;
  inside.split('\n').forEach((_, index) => {
    if (index > 0) shifts.set(firstLine + index, column);
  });
  return before + inside.replaceAll('\n', `\n${' '.repeat(column)}`) + text.slice(end);
}

/** The offset behind the closing quote or bracket; `undefined` where there is none. */
function endOf(text: string, start: number): number | undefined {
  const opening = text.charAt(start);
  return opening === '"' || opening === "'" ? endOfQuoted(text, start) : endOfBrackets(text, start);
}

function endOfQuoted(text: string, start: number): number | undefined {
  const pattern = text.charAt(start) === '"' ? /"(?:[^"\\]|\\[^])*"/y : /'(?:[^']|'')*'/y;
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

function endOfBrackets(text: string, start: number): number | undefined {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const sign = text.charAt(at);
    const opensToken = /[\s[{,:]/.test(text.charAt(at - 1));
    if (sign === '[' || sign === '{') depth += 1;
    else if (sign === ']' || sign === '}') depth -= 1;
    else if (sign === '#' && opensToken) at = lineEnd(text, at);
    else if ((sign === '"' || sign === "'") && opensToken) at = (endOfQuoted(text, at) ?? text.length) - 1;
    if (depth === 0) return at + 1;
  }
  return undefined;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}
