import { oneOf, type Pool } from '../../../choices/choose.ts';
import { editText } from '../../../misspelling/edit.ts';
import type { Candidate } from './near-miss.ts';

/** Turns a valid text into a wrong one that careless readers of its grammar accept. */
export type Trap = (valid: string) => string;

/** Draws a valid text with a trap of its grammar or, in a quarter of the cases, with any edit. */
export function trapped(valid: Candidate, traps: Pool<Trap>, tokens: Pool<string>): Candidate {
  return (pen) => {
    pen.source.enter('part');
    const base = valid(pen);
    pen.source.leave();
    return pen.source.below(4) < 3 ? oneOf(pen.source, traps)(base) : editText(base, tokens, pen.source);
  };
}

export function followedBy(text: string): Trap {
  return (valid) => valid + text;
}

export function after(text: string): Trap {
  return (valid) => text + valid;
}

/** Returns the same wrong text for every valid one. */
export function instead(text: string): Trap {
  return () => text;
}

export function exchanged(pattern: RegExp, text: string): Trap {
  return (valid) => valid.replace(pattern, text);
}

export function inUpperCase(valid: string): string {
  return valid.toUpperCase();
}

export function inTitleCase(valid: string): string {
  return valid.charAt(0).toUpperCase() + valid.slice(1);
}

/** Removes the last character. */
export function cutOff(valid: string): string {
  return valid.slice(0, -1);
}

/**
 * Traps for any text without blanks: for programs that trim it, or whose pattern lacks ends or matches single lines.
 */
export const LENIENT: Pool<Trap> = [
  followedBy(' '),
  after(' '),
  followedBy('x'),
  after('x'),
  followedBy('\t'),
  after('\n'),
  followedBy('\nx'),
  after('x\n'),
];
