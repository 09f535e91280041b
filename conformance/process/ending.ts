import type { Exit } from './child.ts';
import { fault, quote, type Fault } from '../protocol/fault.ts';
import { decodeLine } from '../protocol/framing.ts';
import type { Crash, Hang, ProtocolError } from '../judge/outcome.ts';
import { isMapping, parseJson } from '../protocol/parsed-json.ts';

/** Why a process is no longer asked anything. `rest` is what it wrote after its last newline, one character per byte. */
export type Ending =
  | { readonly kind: 'exit'; readonly exit: Exit; readonly rest: string }
  | { readonly kind: 'silent'; readonly ms: number; readonly rest: string }
  | { readonly kind: 'closed' }
  | { readonly kind: 'too-long'; readonly limit: number; readonly rest: string }
  /** It wrote line after line that answers nothing; `fault` is the last one. */
  | { readonly kind: 'flood'; readonly fault: Fault }
  | { readonly kind: 'aborted' };

/** What an ending means for the one case that was in flight. */
export function outcomeOfEnding(ending: Exclude<Ending, { kind: 'aborted' }>): Crash | Hang | ProtocolError {
  switch (ending.kind) {
    case 'exit':
      return (
        unfinished(ending.rest) ?? {
          kind: 'crash',
          exit: ending.exit,
          message: describeExit(ending.exit) + half(ending.rest),
        }
      );
    case 'silent':
      return (
        unfinished(ending.rest) ?? {
          kind: 'hang',
          message: `no answer within ${ending.ms} ms${half(ending.rest)}`,
        }
      );
    case 'closed':
      return { kind: 'crash', exit: { code: null, signal: null }, message: 'closed its standard output' };
    case 'too-long': {
      const message = `a message of more than ${ending.limit} bytes: ${quote(ending.rest)}`;
      return { kind: 'protocol-error', fault: fault('too-long', message, ending.rest) };
    }
    case 'flood':
      return { kind: 'protocol-error', fault: ending.fault };
  }
}

export function describeExit(exit: Exit): string {
  if (exit.reason !== undefined) return `could not be started: ${exit.reason}`;
  return exit.signal === null ? `exited with code ${String(exit.code)}` : `was ended by ${exit.signal}`;
}

/** A whole message without its newline: a fault of its own, and the most common one in new adapters. */
function unfinished(rest: string): ProtocolError | undefined {
  const parsed = parseJson(decodeLine(rest).text);
  if (parsed.kind === 'invalid' || !isMapping(parsed.value)) return undefined;
  return { kind: 'protocol-error', fault: noNewline(rest) };
}

export function noNewline(rest: string): Fault {
  const { text } = decodeLine(rest);
  return fault(
    'no-newline',
    `a message without a newline at its end (or it was never flushed): ${quote(text)}`,
    text,
  );
}

function half(rest: string): string {
  return rest === '' ? '' : `; it had written half a line: ${quote(decodeLine(rest).text)}`;
}
