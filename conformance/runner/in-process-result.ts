import { onOneLine, type TestCase } from '../case/case.ts';
import type { CaseResult } from '../judge/outcome.ts';
import { readAnswer } from '../protocol/answer.ts';
import { cut } from '../protocol/cut.ts';
import { fault, quote, type Fault } from '../protocol/fault.ts';
import { parseJson } from '../protocol/parsed-json.ts';
import type { Answer } from '../protocol/protocol.ts';
import type { AskingSettings } from './implementation.ts';
import { resultOfAnswer, resultOfFault } from './lane.ts';

/** The reply of a function to a question. `value` is its result, and `error` is the value that it threw. */
export type Reply =
  | { readonly kind: 'answered'; readonly value: unknown }
  | { readonly kind: 'threw'; readonly error: unknown }
  /** The promise was not settled in time. */
  | { readonly kind: 'silent' };

/** Error messages and stacks are cut after this many characters. */
const SAID = 1000;
const STACK = 8192;

/** Judges the reply to a question. `durationMs` is the time of the answer. */
export function resultOfReply(
  test: TestCase,
  reply: Reply,
  durationMs: number,
  { timeoutMs, maxMessageBytes }: AskingSettings,
): CaseResult {
  switch (reply.kind) {
    case 'answered': {
      const written = writeResult(reply.value);
      if (written.kind === 'threw') return crash(test, written.error, durationMs);
      const answer = readResult(written.json, test, maxMessageBytes);
      return 'text' in answer
        ? resultOfFault(test, answer, durationMs)
        : resultOfAnswer(test, answer, durationMs);
    }
    case 'threw':
      return crash(test, reply.error, durationMs);
    case 'silent': {
      const message = `no answer within ${timeoutMs} ms`;
      return { test, outcome: { kind: 'hang', message }, received: { kind: 'nothing' }, durationMs };
    }
  }
}

type Written =
  { readonly kind: 'written'; readonly json: string } | { readonly kind: 'threw'; readonly error: unknown };

/** Writes a value as the protocol would carry it. `undefined` and functions, which JSON does not have, become null. */
function writeResult(value: unknown): Written {
  if (typeof value === 'string') return { kind: 'written', json: value };
  try {
    const json: unknown = JSON.stringify(value);
    return { kind: 'written', json: typeof json === 'string' ? json : 'null' };
  } catch (error) {
    return { kind: 'threw', error };
  }
}

/** Reads the JSON text of a result as if it had come over the protocol. */
function readResult(json: string, { edition, expected }: TestCase, maxBytes: number): Answer | Fault {
  if (expected.kind === 'accepted' && json === `{"accepted":${expected.normal}}`) return { kind: 'same' };
  if (json.length > maxBytes) {
    return fault('too-long', `a result of more than ${maxBytes} bytes: ${quote(json)}`, json);
  }
  const parsed = parseJson(json);
  return parsed.kind === 'invalid'
    ? fault('bad-json', `no JSON (${parsed.reason}): ${quote(json)}`, json)
    : readAnswer(parsed.value, onOneLine(json), edition.answers);
}

function crash(test: TestCase, error: unknown, durationMs: number): CaseResult {
  const { message, stack } = describeThrown(error);
  return {
    test,
    outcome: { kind: 'crash', exit: { code: null, signal: null }, message },
    received: { kind: 'nothing' },
    durationMs,
    ...(stack === undefined ? {} : { stderr: stack }),
  };
}

/** Describes a thrown value, which may even have no text. */
function describeThrown(error: unknown): { readonly message: string; readonly stack?: string } {
  try {
    if (!(error instanceof Error)) return { message: cut(`threw ${String(error)}`, SAID) };
    const message = cut(`threw ${error.name}: ${error.message}`, SAID);
    return error.stack === undefined ? { message } : { message, stack: cut(error.stack, STACK) };
  } catch {
    return { message: 'threw something that can not be shown' };
  }
}
