import { isUtf8 } from 'node:buffer';

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

/** Only the beginning of a file, this many bytes, is searched for signs of UTF-16. */
const SEARCHED = 64;

/** Returns a log in UTF-8, if it is in UTF-16, as some editors and shells write it; undefined for any other log. */
export function fromUtf16(bytes: Buffer): Buffer | undefined {
  const start = [...bytes.subarray(0, SEARCHED)];
  const empty = start.flatMap((byte, at) => (byte === 0 ? [at % 2] : []));
  if (empty.length <= SEARCHED / 4) return undefined;
  const isLittleEndian = empty[empty.length - 1] === 1;
  if (isLittleEndian) return Buffer.from(bytes.toString('utf16le'));
  const even = Buffer.from(bytes.subarray(0, bytes.length & ~1));
  return Buffer.from(even.swap16().toString('utf16le'));
}

/** Splits a log into lines. The suite writes UTF-8 and ends every line with a newline alone. */
export function* rowsOf(bytes: Buffer): Generator<LogRow> {
  let start = 0;
  for (let number = 1; start < bytes.length; number += 1) {
    const end = bytes.indexOf(NEWLINE, start);
    const row = bytes.subarray(start, end < 0 ? bytes.length : end);
    yield rowOf(row, number, end >= 0);
    start += row.length + 1;
  }
}

function rowOf(bytes: Buffer, number: number, isEnded: boolean): LogRow {
  if (bytes.length > LONGEST) return { number, text: '', flaw: `has more than ${LONGEST} bytes` };
  const hasMark = bytes.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK);
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
