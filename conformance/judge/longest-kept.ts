import type { Expected } from '../case/case.ts';

const USUALLY = 65_536;
/** An answer may spell each value several times as long as the normal form does. */
const ROOM = 4;

/**
 * Returns the number of characters of an answer that a result and its line in the log keep. Longer answers are cut, but
 * one that is long because the right answer is long stays whole, so that a reader of the log can judge it again.
 */
export function longestKept(expected: Expected): number {
  return expected.kind === 'accepted' ? Math.max(USUALLY, ROOM * expected.normal.length) : USUALLY;
}
