/**
 * Returns the beginning of a text, at most `length` characters, with a mark where it is cut. The result is always a
 * copy, because a slice keeps the whole original text in memory, even if it has 16 MB.
 */
export function cut(text: string, length: number): string {
  const start = Buffer.from(text.slice(0, length), 'utf8').toString('utf8');
  return text.length > length ? `${start}…` : start;
}
