import type { CaseLine } from '../../spec/generated/event-log.ts';
import { readLogLine } from '../log/event-log.ts';
import { parseJson } from '../protocol/parsed-json.ts';
import type { Answered } from '../replay/tape.ts';
import { receivedIn } from './judge-again.ts';
import type { LogText } from './log-text.ts';
import type { RowSet } from './row-set.ts';

/** The line of a case that is, byte for byte, the one that this suite writes. */
export interface SoundLine {
  readonly line: CaseLine;
  /** The text of the line. */
  readonly text: string;
}

/** Goes through the sound lines of a verified log. */
export function* soundLines(log: LogText, sound: RowSet): Generator<SoundLine, undefined> {
  for (const { number, text } of log.rows()) {
    const line = sound.has(number) ? readLogLine(text) : undefined;
    if (line?.event === 'case') yield { line, text };
  }
}

/**
 * Goes through the answers of a verified log that passed. The suite wrote these lines, so they are cut where it puts
 * their members: reading them as JSON would take longer than asking.
 */
export function* soundAnswers(log: LogText, sound: RowSet): Generator<Answered, undefined> {
  for (const { number, text } of log.rows()) {
    const answer = sound.has(number) ? soundAnswer(text) : undefined;
    if (answer !== undefined) yield answer;
  }
}

/** Returns the answer on a sound line, if the case passed and the log has all of it. */
export function soundAnswer(text: string): Answered | undefined {
  const json = receivedIn(text);
  if (!hasPassed(text) || !ANSWER.test(json)) return undefined;
  const id = textIn(between(text, '"case":', ',"topic":'));
  const kind = between(text, ',"input":{"kind":"', '","text":') === 'yaml' ? 'yaml' : 'json';
  const document = textIn(between(text, '","text":', '},"expected":'));
  return id === undefined || document === undefined
    ? undefined
    : { id, input: { kind, text: document }, json };
}

const OUTCOME = ',"outcome":"';
/** An answer that the log holds as it is. One that was too long stands there as text, and nothing as null. */
const ANSWER = /^\{[ \t\n]*"(?:accepted|rejected)"/;

function hasPassed(text: string): boolean {
  return text.startsWith('pass"', text.lastIndexOf(OUTCOME) + OUTCOME.length);
}

/** Returns what stands between two pieces of a line. Neither occurs inside of a JSON string before it. */
function between(text: string, before: string, after: string): string {
  const start = text.indexOf(before) + before.length;
  return text.slice(start, text.indexOf(after, start));
}

function textIn(json: string): string | undefined {
  const parsed = parseJson(json);
  return parsed.kind === 'valid' && typeof parsed.value === 'string' ? parsed.value : undefined;
}
