import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { Lines, type Position } from '../../reference/document/reading.ts';

/** The result of decoding bytes: a text, with its byte-order mark if it has one, or the place where they are no text. */
export type DecodedBytes =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'not-utf8'; readonly fault: Utf8Fault };

/** The place of the first byte that is not UTF-8. */
export interface Utf8Fault extends Position {
  /** Such as `byte 17 (0xe9) is not UTF-8`, the byte counted from 0. */
  readonly message: string;
  /** The text with a replacement character for each faulty byte, to be shown and never to be read. */
  readonly shown: string;
}

const LINE_BREAKS = /\r\n|[\r\n]/g;

/**
 * Decodes bytes as UTF-8. Everything that the Unicode standard calls ill-formed is refused: other encodings, overlong
 * forms, surrogates, and sequences that end too early.
 */
export function decodeUtf8(bytes: Buffer): DecodedBytes {
  if (isUtf8(bytes)) return { kind: 'text', text: bytes.toString('utf8') };
  const offset = firstNotUtf8(bytes);
  const before = withoutMark(bytes.toString('utf8', 0, offset));
  const value = (bytes[offset] ?? 0).toString(16).padStart(2, '0');
  return {
    kind: 'not-utf8',
    fault: {
      ...new Lines(before, LINE_BREAKS).positionAt(before.length),
      message: `byte ${offset} (0x${value}) is not UTF-8`,
      shown: withoutMark(bytes.toString('utf8')),
    },
  };
}

/** Reads a file as UTF-8. Throws what reading throws, and an error with the place if the file is not UTF-8. */
export async function readUtf8(path: string): Promise<string> {
  const decoded = decodeUtf8(await readFile(path));
  if (decoded.kind === 'text') return decoded.text;
  throw new Error(faultText(decoded.fault));
}

/** Describes a fault with its place, such as `line 2, column 9: byte 17 (0xe9) is not UTF-8`. */
export function faultText({ line, column, message }: Utf8Fault): string {
  return `line ${line}, column ${column}: ${message}`;
}

/** Removes the byte-order mark at the start of a text. */
export function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

/** Returns the offset of the first byte of the first sequence that is not UTF-8; the length if there is none. */
export function firstNotUtf8(bytes: Buffer): number {
  let at = 0;
  while (at < bytes.length) {
    const length = lengthOfCharacter(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return at;
}

/** Returns the number of bytes of the character at an offset, or 0 if there is none. */
function lengthOfCharacter(bytes: Buffer, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  return isUtf8(bytes.subarray(at, at + length)) ? length : 0;
}
