import { fault, quote } from '../protocol/fault.ts';
import { decodeLine } from '../protocol/framing.ts';
import type { Crash, Hang, ProtocolError } from './outcome.ts';
import { isMapping, parseJson } from '../protocol/parsed-json.ts';
import { noNewline } from '../protocol/no-newline.ts';
import { describeExit, UNFLUSHED, type Ending } from '../process/ending.ts';

/** Returns the outcome of the one case that was in flight when the process ended. */
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
          message: `no answer within ${ending.ms} ms${ending.isUnflushed === true ? `; ${UNFLUSHED}` : half(ending.rest)}`,
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

/** A whole message without its newline is a fault of its own, and the most common one in new adapters. */
function unfinished(rest: string): ProtocolError | undefined {
  const parsed = parseJson(decodeLine(rest).text);
  if (parsed.kind === 'invalid' || !isMapping(parsed.value)) return undefined;
  return { kind: 'protocol-error', fault: noNewline(rest) };
}

function half(rest: string): string {
  return rest === '' ? '' : `; it had written half a line: ${quote(decodeLine(rest).text)}`;
}
