/**
 * The beginning of a text, at most `length` characters, with a mark where it is cut. Always a copy: a slice keeps all
 * of the text that it was taken from in memory, be it 16 MB.
 */
export function cut(text: string, length: number): string {
  const start = Buffer.from(text.slice(0, length), 'utf8').toString('utf8');
  return text.length > length ? `${start}…` : start;
}
