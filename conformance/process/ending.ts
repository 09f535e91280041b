import type { Exit } from './exit.ts';
import type { Fault } from '../protocol/fault.ts';

/**
 * The reason why a process is asked nothing more. `rest` is its output after its last newline, one character per byte.
 */
export type Ending =
  | { readonly kind: 'exit'; readonly exit: Exit; readonly rest: string }
  /** `isUnflushed` is true if output came as soon as standard input was closed. */
  | { readonly kind: 'silent'; readonly ms: number; readonly rest: string; readonly isUnflushed?: true }
  | { readonly kind: 'closed' }
  | { readonly kind: 'too-long'; readonly limit: number; readonly rest: string }
  /** The process wrote many lines that answer nothing; `fault` is the last one. */
  | { readonly kind: 'flood'; readonly fault: Fault }
  | { readonly kind: 'aborted' };

/** Advice on a program that keeps its answers in a buffer. */
export const UNFLUSHED = 'answers came only after standard input was closed: flush after each line';

export function describeExit(exit: Exit): string {
  if (exit.reason !== undefined) return `could not be started: ${exit.reason}`;
  return exit.signal === null ? `exited with code ${String(exit.code)}` : `was ended by ${exit.signal}`;
}
