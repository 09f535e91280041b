import { cut } from './cut.ts';

/** The rules of the protocol. Different ways to break one rule have kinds of their own. */
export const FAULT_KINDS = [
  'bad-json',
  'no-newline',
  'too-long',
  'unknown-id',
  'repeated-id',
  'unasked',
  'rpc-error',
  'wrong-shape',
  'invalid-utf8',
  'byte-order-mark',
  'stray-output',
  'unreadable-output',
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

/** Returns whether a text from outside, such as a log, is the name of a fault. */
export function isFaultKind(text: string): text is FaultKind {
  return FAULT_KINDS.some((kind) => kind === text);
}

/**
 * One broken rule of the protocol. `message` describes and quotes the fault, `pointer` is its place in the message,
 * and `text` is the beginning of the received text.
 */
export interface Fault {
  readonly kind: FaultKind;
  readonly message: string;
  readonly pointer?: string;
  readonly text: string;
}

/** A fault keeps at most this many characters of the received text. */
const KEPT = 4096;
const QUOTED = 120;
const SAID = 1000;

export function fault(kind: FaultKind, message: string, text: string, pointer?: string): Fault {
  const where = pointer === undefined ? {} : { pointer: cut(pointer, SAID) };
  return { kind, message: cut(message, SAID), text: cut(text, KEPT), ...where };
}

/** Returns a text in quotes, shortened, for use in a message about a line. */
export function quote(text: string): string {
  return JSON.stringify(text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text);
}
