import { isUtf8 } from 'node:buffer';
import { closeSync, openSync, readSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { StringDecoder } from 'node:string_decoder';

/** A line of a log file. */
export interface LogRow {
  /** The number of the line, from 1. */
  readonly number: number;
  /** The text, without what is wrong with its bytes. */
  readonly text: string;
  /** What is wrong with its bytes, as the end of a sentence that begins with the line. */
  readonly flaw: string | undefined;
}

const NEWLINE = 10;
const BYTE_ORDER_MARK = Buffer.from('\uFEFF');
/** A longer line, in bytes, is not read: it may not fit into a text. */
const LONGEST = 256 * 1024 * 1024;
/** A file is read in pieces of this many bytes. */
const PIECE = 1024 * 1024;

/** Only the beginning of a file, this many bytes, is searched for signs of UTF-16. */
const SEARCHED = 64;

/** The text of a log, which can be gone through again and again, and is never held as a whole. */
export class LogText {
  /** How the log is encoded. The suite writes UTF-8; some editors and shells write UTF-16. */
  readonly encoding: 'utf8' | 'utf16le' | 'utf16be';
  readonly #pieces: () => Iterable<Buffer>;

  /** `pieces` gives the bytes of the log from the beginning, in pieces of any size, each time that it is called. */
  constructor(pieces: () => Iterable<Buffer>) {
    this.#pieces = pieces;
    this.encoding = encodingOf(beginningOf(pieces()));
  }

  /** Returns a log that is held in memory. */
  static of(bytes: Buffer): LogText {
    return new LogText(() => [bytes]);
  }

  /** Splits the log into lines. The suite ends every line with a newline alone. */
  rows(): Generator<LogRow> {
    return rowsOf(this.encoding === 'utf8' ? this.#pieces() : asUtf8(this.#pieces(), this.encoding));
  }
}

/** Opens a log. A file is read piece by piece; anything else, such as a pipe, can be read only once. Throws if it can't. */
export async function openLogText(path: string): Promise<LogText> {
  const isFile = (await stat(path)).isFile();
  return isFile ? new LogText(() => piecesOf(path)) : LogText.of(await readFile(path));
}

function beginningOf(pieces: Iterable<Buffer>): Buffer {
  let beginning = Buffer.alloc(0);
  for (const piece of pieces) {
    beginning = Buffer.concat([beginning, piece.subarray(0, SEARCHED)]);
    if (beginning.length >= SEARCHED) break;
  }
  return beginning.subarray(0, SEARCHED);
}

function encodingOf(beginning: Buffer): LogText['encoding'] {
  const empty = [...beginning].flatMap((byte, at) => (byte === 0 ? [at % 2] : []));
  if (empty.length <= SEARCHED / 4) return 'utf8';
  return empty.at(-1) === 1 ? 'utf16le' : 'utf16be';
}

function* piecesOf(path: string): Generator<Buffer> {
  const file = openSync(path, 'r');
  try {
    for (;;) {
      const piece = Buffer.allocUnsafe(PIECE);
      const length = readSync(file, piece);
      if (length === 0) return;
      yield piece.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}

function* asUtf8(pieces: Iterable<Buffer>, encoding: 'utf16le' | 'utf16be'): Generator<Buffer> {
  const decoder = new StringDecoder('utf16le');
  let odd = Buffer.alloc(0);
  for (const piece of pieces) {
    const bytes = Buffer.concat([odd, piece]);
    const even = bytes.subarray(0, bytes.length & ~1);
    odd = bytes.subarray(even.length);
    yield Buffer.from(decoder.write(encoding === 'utf16be' ? even.swap16() : even));
  }
}

function* rowsOf(pieces: Iterable<Buffer>): Generator<LogRow> {
  let number = 1;
  const row = new RowBytes();
  for (const piece of pieces) {
    let start = 0;
    for (let end = piece.indexOf(NEWLINE); end >= 0; end = piece.indexOf(NEWLINE, start)) {
      row.add(piece.subarray(start, end));
      yield row.take(number, true);
      number += 1;
      start = end + 1;
    }
    row.add(piece.subarray(start));
  }
  if (row.length > 0) yield row.take(number, false);
}

/** The bytes of a line, which may come from several pieces. */
class RowBytes {
  length = 0;
  #parts: Buffer[] = [];

  add(part: Buffer): void {
    this.length += part.length;
    if (this.length > LONGEST) this.#parts = [];
    else if (part.length > 0) this.#parts.push(part);
  }

  /** Returns the line and forgets it. */
  take(number: number, isEnded: boolean): LogRow {
    const { length } = this;
    const [first = Buffer.alloc(0), ...others] = this.#parts;
    this.length = 0;
    this.#parts = [];
    if (length > LONGEST) return { number, text: '', flaw: `has more than ${LONGEST} bytes` };
    return rowOf(others.length === 0 ? first : Buffer.concat([first, ...others]), number, isEnded);
  }
}

function rowOf(bytes: Buffer, number: number, isEnded: boolean): LogRow {
  // The first byte alone decides for all lines that the suite writes.
  const hasMark =
    bytes[0] === BYTE_ORDER_MARK[0] && bytes.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK);
  const decoded = (hasMark ? bytes.subarray(BYTE_ORDER_MARK.length) : bytes).toString('utf8');
  const isCrlf = decoded.endsWith('\r');
  const text = isCrlf ? decoded.slice(0, -1) : decoded;
  const row = { number, text };
  if (!isUtf8(bytes)) return { ...row, flaw: 'is no UTF-8' };
  if (hasMark) return { ...row, flaw: 'begins with a byte-order mark' };
  if (text.includes('\0')) return { ...row, flaw: 'holds NUL bytes' };
  if (isCrlf) return { ...row, flaw: 'ends in a carriage return' };
  return { ...row, flaw: isEnded ? undefined : 'has no newline at its end' };
}
