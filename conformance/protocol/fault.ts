import { cut } from './cut.ts';

/** The rules of the protocol, each with the ways to break it told apart. */
export type FaultKind =
  | 'bad-json'
  | 'no-newline'
  | 'too-long'
  | 'unknown-id'
  | 'repeated-id'
  | 'unasked'
  | 'rpc-error'
  | 'wrong-shape'
  | 'invalid-utf8'
  | 'byte-order-mark'
  | 'stray-output'
  | 'unreadable-output';

/**
 * One broken rule of the protocol. `message` says what was wrong and quotes it; `pointer` is where in the message;
 * `text` is what was received, bounded.
 */
export interface Fault {
  readonly kind: FaultKind;
  readonly message: string;
  readonly pointer?: string;
  readonly text: string;
}

/** Longest text that a fault keeps of what was received, in characters. */
const KEPT = 4096;
const QUOTED = 120;
const SAID = 1000;

export function fault(kind: FaultKind, message: string, text: string, pointer?: string): Fault {
  const where = pointer === undefined ? {} : { pointer: cut(pointer, SAID) };
  return { kind, message: cut(message, SAID), text: cut(text, KEPT), ...where };
}

/** Text in quotes, shortened: what a message says of a line. */
export function quote(text: string): string {
  return JSON.stringify(text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text);
}
