import type { Cursor } from './cursor.ts';

/** The greatest length of a key without a `? `, in characters. The key and its colon must be on one line. */
const LONGEST_KEY = 1024;

/** A token that is a key if a colon follows. `required` is true where only a key can stand. */
export interface PossibleKey {
  /** The number of tokens before it. */
  readonly index: number;
  readonly start: number;
  readonly line: number;
  readonly column: number;
  readonly required: boolean;
}

/** Returns whether a colon at the cursor comes too late to make this token a key. */
export function isStale({ line, start }: PossibleKey, cursor: Cursor): boolean {
  return line !== cursor.line || isLong(cursor.text, start, cursor.at);
}

/**
 * Returns whether a part of the text is too long for a key. A character beyond U+FFFF has two units and counts once.
 */
function isLong(text: string, start: number, end: number): boolean {
  if (end - start <= LONGEST_KEY) return false;
  return end - start > 2 * LONGEST_KEY || Array.from(text.slice(start, end)).length > LONGEST_KEY;
}
