import type { ReportedViolation } from '../../spec/generated/protocol.ts';
import type { Expected, Input } from '../case/case.ts';

export const PROTOCOL_VERSION = 1;

/** The answer of an implementation about one document. */
export type Answer =
  /** Byte for byte the expected normal form. */
  | { readonly kind: 'same' }
  /** `value` is the result of JSON.parse, and `json` the exact text of the result, `{"accepted":…}`. */
  | { readonly kind: 'accepted'; readonly value: unknown; readonly json: string }
  | { readonly kind: 'rejected'; readonly violations: readonly ReportedViolation[]; readonly json: string }
  | { readonly kind: 'unsupported'; readonly reason: string; readonly json: string };

export function initializeRequest(suite: { name: string; version: string }, spec: string): string {
  const params = { protocol: PROTOCOL_VERSION, suite, spec };
  return `${JSON.stringify({ jsonrpc: '2.0', id: 0, method: 'initialize', params })}\n`;
}

/** Writes a request. The input's JSON text is copied without change. */
export function normalizeRequest(id: number, input: Input): string {
  const params =
    input.kind === 'json' ? `{"config":${input.text}}` : `{"yaml":${JSON.stringify(input.text)}}`;
  return `{"jsonrpc":"2.0","id":${id},"method":"normalize","params":${params}}\n`;
}

export function shutdownRequest(id: number): string {
  return `{"jsonrpc":"2.0","id":${id},"method":"shutdown"}\n`;
}

const BEFORE_ID = '{"jsonrpc":"2.0","id":';
const BEFORE_ACCEPTED = ',"result":{"accepted":';
const ZERO = 48;

/** Writes an answer in the most common spelling; `json` is the text of its result. */
export function resultAnswer(id: number, json: string): string {
  return `${BEFORE_ID}${id},"result":${json}}\n`;
}

/** Reads the id of an answer in the most common spelling, without parsing. Returns -1 for any other line. */
export function usualId(bytes: string): number {
  if (!bytes.startsWith(BEFORE_ID)) return -1;
  let id = 0;
  for (let at = BEFORE_ID.length; at < BEFORE_ID.length + 15; at += 1) {
    const digit = bytes.charCodeAt(at) - ZERO;
    if (!(digit >= 0 && digit <= 9)) return at === BEFORE_ID.length ? -1 : id;
    id = id * 10 + digit;
  }
  return -1;
}

/** Returns whether a line answers `id` in the most common spelling and is byte for byte the expected acceptance. */
export function isExpectedAnswer(bytes: string, id: number, expected: Expected): boolean {
  if (expected.kind !== 'accepted') return false;
  const { normal } = expected;
  const start = BEFORE_ID.length + decimals(id);
  const from = start + BEFORE_ACCEPTED.length;
  const length = bytes.length - from - 2;
  // A text never has fewer bytes than characters.
  if (length < normal.length || !bytes.startsWith(BEFORE_ACCEPTED, start) || !bytes.endsWith('}}'))
    return false;
  // A slice is compared word by word, while `startsWith` compares characters and measures ten times slower.
  return Buffer.byteLength(normal) === length && bytes.slice(from, -2) === bytesOf(normal, length);
}

/** Returns a text as one character per byte; `length` is its number of bytes. */
function bytesOf(text: string, length: number): string {
  return length === text.length ? text : Buffer.from(text, 'utf8').toString('latin1');
}

function decimals(value: number): number {
  let count = 1;
  for (let power = 10; power <= value; power *= 10) count += 1;
  return count;
}
