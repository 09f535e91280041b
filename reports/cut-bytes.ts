const ELLIPSIS = '…';

/** Returns the length of a text in bytes of UTF-8. */
export function bytesOf(text: string): number {
  return Buffer.byteLength(text);
}

/** Cuts a text to a number of bytes of UTF-8, between characters. An ellipsis shows that something is missing. */
export function cutBytes(text: string, most: number): string {
  if (bytesOf(text) <= most) return text;
  const kept = new Uint8Array(most - bytesOf(ELLIPSIS));
  const { read } = new TextEncoder().encodeInto(text, kept);
  return `${text.slice(0, read)}${ELLIPSIS}`;
}
