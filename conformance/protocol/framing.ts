import { isUtf8 } from 'node:buffer';
import { firstNotUtf8 } from '../files/utf8.ts';

/**
 * Splits a stream into lines. A line is a string with one character per byte (latin1): most lines are only compared,
 * and decoding is left to those that are read.
 */
export class LineSplitter {
  readonly #limit: number;
  readonly #onLine: (bytes: string) => void;
  #parts: string[] = [];
  #length = 0;
  #full = false;

  /** `limit` is in bytes. A longer line is not reported: `isFull` becomes true, and all later output is ignored. */
  constructor(limit: number, onLine: (bytes: string) => void) {
    this.#limit = limit;
    this.#onLine = onLine;
  }

  get isFull(): boolean {
    return this.#full;
  }

  push(chunk: Buffer): void {
    const text = chunk.toString('latin1');
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0 && !this.#full; end = text.indexOf('\n', start)) {
      this.#take(text.slice(start, end));
      start = end + 1;
    }
    if (this.#full || start === text.length) return;
    this.#keep(start === 0 ? text : text.slice(start));
  }

  /** The text after the last newline, or the beginning of the line that is too long. */
  rest(): string {
    return this.#parts.join('');
  }

  /** Forgets the text after the last newline, so that the next line begins without it. */
  dropRest(): void {
    if (this.#full) return;
    this.#parts = [];
    this.#length = 0;
  }

  #take(end: string): void {
    if (this.#length === 0 && end.length <= this.#limit) {
      this.#onLine(end);
      return;
    }
    this.#keep(end);
    if (this.#full) return;
    const line = this.rest();
    this.#parts = [];
    this.#length = 0;
    this.#onLine(line);
  }

  #keep(part: string): void {
    this.#parts.push(part);
    this.#length += part.length;
    this.#full = this.#length > this.#limit;
  }
}

export type Decoded =
  | { readonly kind: 'text'; readonly text: string; readonly hasMark: boolean }
  | { readonly kind: 'invalid'; readonly text: string; readonly offset: number };

const BYTE_ORDER_MARK = '\xef\xbb\xbf';
const BEYOND_ASCII = /[\x80-\xff]/;

/**
 * Decodes a line and removes its byte-order mark. Invalid UTF-8 still becomes text, which can be shown and may hold an
 * id.
 */
export function decodeLine(bytes: string): Decoded {
  if (!BEYOND_ASCII.test(bytes)) return { kind: 'text', text: bytes, hasMark: false };
  const hasMark = bytes.startsWith(BYTE_ORDER_MARK);
  const buffer = Buffer.from(hasMark ? bytes.slice(BYTE_ORDER_MARK.length) : bytes, 'latin1');
  const text = buffer.toString('utf8');
  return isUtf8(buffer)
    ? { kind: 'text', text, hasMark }
    : { kind: 'invalid', text, offset: firstNotUtf8(buffer) };
}
