import { readJson } from '../../../reference/json/json.ts';
import { Lines, Places, readingOf, type Reading } from '../../../reference/document/reading.ts';
import type { Answer, Answers } from './answer.ts';
import { find } from './change.ts';

/** A message from the program: any JSON, because a faulty program may write anything. */
export type Message = Readonly<Record<string, unknown>>;

/** One message from the harness, with the right answer to it. */
export interface Question {
  readonly id: unknown;
  readonly method: 'initialize' | 'normalize' | 'shutdown' | 'unknown';
  /** The number of the document in this process, from 1. It is 0 for any other question. */
  readonly nth: number;
  readonly input: 'json' | 'yaml' | undefined;
  readonly document: unknown;
  readonly right: Message;
}

/** Reads YAML text. A faulty implementation may read another dialect. */
export type YamlReader = (text: string) => Reading;

/** Reads the question in one line from the harness, and answers it with `answers`. `count` documents came before it. */
export function readQuestion(line: string, answers: Answers, yaml: YamlReader, count: number): Question {
  const message = messageIn(line);
  const id = find(message, '/id');
  const method = methodOf(message);
  const base = { id, method, nth: 0, input: undefined, document: undefined };
  if (method !== 'normalize') return { ...base, right: formality(id, method) };
  const text = find(message, '/params/yaml');
  const input = typeof text === 'string' ? 'yaml' : 'json';
  const read = typeof text === 'string' ? yaml(text) : asRead(find(message, '/params/config'));
  const document = read.kind === 'read' ? read.document : undefined;
  return { ...base, input, nth: count + 1, document, right: result(id, resultOf(answerTo(read, answers))) };
}

/** Returns the document in a line that asks about a JSON document. */
export function documentIn(line: string): unknown {
  return find(messageIn(line), '/params/config');
}

function messageIn(line: string): unknown {
  const reading = readJson(line);
  // The document may be too deep or too long for the reference, but its id is still readable.
  return reading.kind === 'read' ? reading.document : JSON.parse(line);
}

/** Returns the answer to a text as it was read. */
export function answerTo(read: Reading, answers: Answers): Answer {
  return read.kind === 'read' ? answers(read.document) : { ...read, kind: 'rejected' };
}

/** Writes a message on one line. */
export function lineOf(message: unknown): string {
  return `${JSON.stringify(message)}\n`;
}

export function result(id: unknown, value: unknown): Message {
  return { jsonrpc: '2.0', id, result: value };
}

export function error(id: unknown, code: number, message: string): Message {
  return { jsonrpc: '2.0', id, error: { code, message } };
}

/** Returns the right answer to `initialize`, with a fault's own members in it. */
export function hello(id: unknown, differing: Message = {}): Message {
  const implementation = { name: 'faulty', version: '1.0.0', language: 'TypeScript' };
  return result(id, { protocol: 1, implementation, inputs: ['json'], window: 8, ...differing });
}

function formality(id: unknown, method: Question['method']): Message {
  switch (method) {
    case 'initialize':
      return hello(id);
    case 'shutdown':
      return result(id, null);
    case 'normalize':
    case 'unknown':
      return error(id, -32601, 'method not found');
  }
}

function methodOf(message: unknown): Question['method'] {
  const method = find(message, '/method');
  return method === 'initialize' || method === 'normalize' || method === 'shutdown' ? method : 'unknown';
}

function asRead(document: unknown): Reading {
  return readingOf(document, new Lines(''), () => new Places());
}

/** Returns the result that the protocol has for an answer. */
export function resultOf(answer: Answer): unknown {
  if (answer.kind === 'accepted') return { accepted: answer.normal };
  return { rejected: answer.violations.map(({ path, message }) => ({ path, message })) };
}
