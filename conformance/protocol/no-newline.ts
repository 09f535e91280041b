import { fault, quote, type Fault } from './fault.ts';
import { decodeLine } from './framing.ts';

export function noNewline(rest: string): Fault {
  const { text } = decodeLine(rest);
  return fault(
    'no-newline',
    `a message without a newline at its end (or it was never flushed): ${quote(text)}`,
    text,
  );
}

/** Returns the fault of output that follows an answer. It has no newline, so it would spoil the line of the next answer. */
export function afterAnswer(rest: string): Fault {
  const { text } = decodeLine(rest);
  return fault(
    'stray-output',
    `something on stdout after an answer, without a newline: ${quote(text)}`,
    text,
  );
}
