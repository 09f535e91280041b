import { cutBytes } from '../cut-bytes.ts';
import { code, plain } from './escape.ts';

/** At most this many entries of a list are shown, such as stale entries of the baseline. */
export const MOST_ENTRIES = 20;
/** Names, reasons and messages are cut after this many bytes. */
const LONGEST_TEXT = 300;

export function cutText(text: string): string {
  return plain(cutBytes(text, LONGEST_TEXT));
}

export function cutCode(text: string, most = LONGEST_TEXT): string {
  return code(cutBytes(text, most));
}

/** Writes a list with the first entries, and the number of the others. */
export function listOf(entries: readonly string[], all = entries.length): string {
  const shown = entries.slice(0, MOST_ENTRIES);
  const more = all - shown.length;
  return [...shown.map((entry) => `- ${entry}`), ...(more > 0 ? [`- and ${more} more`] : [])].join('\n');
}
