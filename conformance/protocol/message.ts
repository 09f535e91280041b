import { readEnvelope, type Message } from './envelope.ts';
import { fault, quote, type Fault } from './fault.ts';
import { decodeLine } from './framing.ts';
import { nestsDeeperThan } from './nesting.ts';
import { isBlankJson, isMapping, isMessageId, JSON_BLANKS, parseJson } from './parsed-json.ts';
import { repeatedKey } from './repeated-key.ts';

/**
 * Reads a line (one character per byte) as one answer or as a fault. If a newline is missing, it also reads the
 * messages that follow on the same line, so that no question waits for them in vain.
 */
export function readMessages(bytes: string): Message[] {
  const decoded = decodeLine(bytes);
  const { text } = decoded;
  if (decoded.kind === 'invalid') {
    return [faulty(text, 'invalid-utf8', `invalid UTF-8 at byte ${decoded.offset} of ${quote(text)}`)];
  }
  if (decoded.hasMark) return [faulty(text, 'byte-order-mark', `a byte-order mark before ${quote(text)}`)];
  return nestsDeeperThan(MOST_DEPTH, text)
    ? [tooMuch(text, `nested deeper than ${MOST_DEPTH}: ${quote(text)}`)]
    : readText(text);
}

/** A line that nests deeper than this is no answer. Reading one of millions of brackets would take seconds. */
const MOST_DEPTH = 100_000;

function readText(text: string): Message[] {
  const usual = readUsual(text);
  if (usual !== undefined) return [usual];
  const parsed = parseJson(text);
  if (parsed.kind === 'invalid') return readBroken(text, parsed.reason);
  const { value } = parsed;
  if (typeof value === 'object' && value !== null) return [readEnvelope(value, text)];
  return [faulty(text, 'stray-output', `a line on stdout that is no message: ${quote(text)}`)];
}

/** Makes a pattern for tokens of JSON with blanks around them. */
function tokens(...each: string[]): string {
  return [...each, ''].join(JSON_BLANKS);
}

const ID = '(0|[1-9][0-9]{0,14})';
const USUAL = new RegExp(
  `^${JSON_BLANKS}${tokens('\\{', '"jsonrpc"', ':', '"2\\.0"', ',', '"id"', ':', ID, ',', '"result"', ':')}`,
);

/**
 * Reads an envelope in the usual order: the text between its head and its last brace is the result, exactly as
 * written.
 */
function readUsual(text: string): Message | undefined {
  const head = USUAL.exec(text);
  const end = text.lastIndexOf('}');
  if (head === null || end < head[0].length || !isBlankJson(text.slice(end + 1))) return undefined;
  const json = text.slice(head[0].length, end);
  const parsed = parseJson(json);
  return parsed.kind === 'invalid'
    ? undefined
    : { kind: 'result', id: Number(head[1]), result: parsed.value, json, repeats: repeatedKey(json) };
}

/** Whatever is not printed in ASCII is skipped to find the message behind a fault. */
const UNSEEN = '[^\\x21-\\x7e]*';
const BEFORE_MESSAGE = new RegExp(`(?=\\{${UNSEEN}"jsonrpc"${UNSEEN}:)`);

/** A line holds at most this many messages, which is more than may be in flight. */
const MOST_MESSAGES = 2048;

/** Reads a line that is no JSON: garbage, or messages with text before, between or instead of their newlines. */
function readBroken(text: string, reason: string): Message[] {
  const pieces = text.split(BEFORE_MESSAGE, MOST_MESSAGES + 1);
  if (pieces.length > MOST_MESSAGES)
    return [tooMuch(text, `more than ${MOST_MESSAGES} messages on one line: ${quote(text)}`)];
  const last = pieces.pop();
  if (last === undefined || pieces.length === 0) return [notJson(text, reason)];
  const [first = '', ...between] = pieces;
  if (/^[ \t\r]*\{/.test(first)) return [...pieces.map(withoutNewline), ...readText(last)];
  // Text before the first message makes that message unreadable.
  const stray = faulty(text, 'stray-output', `something on stdout that is no message: ${quote(text)}`);
  return between.length === 0 ? [stray] : [stray, ...between.slice(1).map(withoutNewline), ...readText(last)];
}

function withoutNewline(text: string): Message {
  const parsed = parseJson(text);
  return parsed.kind === 'valid'
    ? faulty(text, 'no-newline', `a message without a newline at its end: ${quote(text)}`)
    : faulty(text, 'bad-json', `half a message (${parsed.reason}): ${quote(text)}`);
}

const MARK = '\uFEFF';

function notJson(text: string, reason: string): Message {
  if (isBlankJson(text)) return faulty(text, 'stray-output', 'an empty line on stdout');
  if (text.includes('\0'))
    return faulty(text, 'invalid-utf8', `NUL bytes, as UTF-16 has them: ${quote(text)}`);
  if (text.includes(MARK) && parseJson(text.replaceAll(MARK, '')).kind === 'valid')
    return faulty(text, 'byte-order-mark', `a byte-order mark inside ${quote(text)}`);
  // A batch begins with a message, while `[INFO] …` is a log line.
  if (!/^[ \t\r]*(?:\{|\[[ \t\r]*(?:\{|$))/.test(text)) {
    return faulty(text, 'stray-output', `a line on stdout that is no message: ${quote(text)}`);
  }
  const hint = /^[ \t\r]*[{[][ \t\r]*$/.test(text) ? '; a message is one line, without indentation' : '';
  return faulty(text, 'bad-json', `no JSON (${reason})${hint}: ${quote(text)}`);
}

const EARLY_ID = new RegExp(
  `${['\\{', '"jsonrpc"', ':', '"2\\.0"', ',', '"id"', ':', ID].join(UNSEEN)}${UNSEEN}[,}]`,
);

/** Makes a fault. It carries the id that the line shows, so that the case of that id can be asked again. */
function faulty(text: string, kind: Fault['kind'], message: string): Message {
  const parsed = parseJson(text);
  const id = parsed.kind === 'valid' && isMapping(parsed.value) ? parsed.value['id'] : earlyId(text);
  const isSpoilt = kind === 'byte-order-mark' || !/^[ \t\r]*\{/.test(text);
  return { kind: 'fault', id: isMessageId(id) ? id : undefined, fault: fault(kind, message, text), isSpoilt };
}

function earlyId(text: string): number | undefined {
  const id = Number(EARLY_ID.exec(text)?.[1] ?? NaN);
  return isMessageId(id) ? id : undefined;
}

/** Makes a fault of a line that is not read, because reading it would take seconds. */
function tooMuch(text: string, message: string): Message {
  return { kind: 'fault', id: earlyId(text), fault: fault('bad-json', message, text), isSpoilt: false };
}
