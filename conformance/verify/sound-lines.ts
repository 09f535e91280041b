import type { CaseLine } from '../../spec/generated/event-log.ts';
import { readLogLine } from '../log/event-log.ts';
import { receivedIn } from './judge-again.ts';
import type { LogText } from './log-text.ts';
import type { RowSet } from './row-set.ts';

/** The line of a case that is, byte for byte, the one that this suite writes. */
export interface SoundLine {
  readonly line: CaseLine;
  /** The text of the line. */
  readonly text: string;
  /** The exact answer of a case that passed, if the log has all of it. */
  readonly answer: string | undefined;
}

/** Goes through the sound lines of a verified log. */
export function* soundLines(log: LogText, sound: RowSet): Generator<SoundLine, undefined> {
  for (const { number, text } of log.rows()) {
    const line = sound.has(number) ? readLogLine(text) : undefined;
    if (line?.event === 'case') yield { line, text, answer: answerOn(line, text) };
  }
}

function answerOn({ outcome, received }: CaseLine, text: string): string | undefined {
  const isKept = outcome === 'pass' && received !== null && received.text === undefined;
  return isKept ? receivedIn(text) : undefined;
}
