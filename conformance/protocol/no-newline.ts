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
