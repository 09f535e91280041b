import { interpret } from '../../reference/interpret.ts';
import type { AnyLanguage } from '../../reference/language.ts';
import { readJson } from '../../reference/json/json.ts';
import type { Violation } from '../../reference/document/violation.ts';
import { readYaml } from '../../reference/yaml/yaml.ts';
import { decodeLine, LineSplitter } from '../protocol/framing.ts';
import { isMapping, parseJson, writeJson } from '../protocol/parsed-json.ts';
import { PROTOCOL_VERSION } from '../protocol/protocol.ts';
import { VERSION } from '../version.ts';

/** A line of more bytes than this is answered with an error and not read. */
const MAX_LINE = 16 * 1024 * 1024;
const WINDOW = 256;
/** The error codes of JSON-RPC 2.0. */
const CODES = { parse: -32700, request: -32600, method: -32601, params: -32602 } as const;

/** The streams that the adapter reads from and writes to. */
export interface AdapterStreams {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/**
 * Runs the reference, with the language of one edition, as an implementation of the protocol, until shutdown or the end of its input. It answers every
 * line and never throws.
 */
export async function runAdapter(language: AnyLanguage, { input, output }: AdapterStreams): Promise<void> {
  let answers = '';
  let isDone = false;
  const splitter = new LineSplitter(MAX_LINE, (bytes) => {
    if (isDone) return;
    const reply = replyTo(language, decodeLine(bytes).text);
    answers += reply.text;
    isDone = reply.isLast;
  });
  for await (const chunk of input) {
    splitter.push(Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk));
    if (splitter.isFull) {
      answers += failure('null', CODES.parse, `a line of more than ${MAX_LINE} bytes`);
      isDone = true;
    }
    // All answers to one piece of input are written together.
    if (answers !== '' && !output.write(answers)) await drained(output);
    answers = '';
    if (isDone) return;
  }
}

interface AdapterReply {
  readonly text: string;
  readonly isLast: boolean;
}

function replyTo(language: AnyLanguage, line: string): AdapterReply {
  const parsed = parseJson(line);
  if (parsed.kind === 'invalid') return more(failure('null', CODES.parse, `no JSON: ${parsed.reason}`));
  const message = parsed.value;
  if (!isMapping(message) || typeof message['method'] !== 'string') {
    return more(failure(idOf(message), CODES.request, 'a request is an object with a method'));
  }
  // In JSON-RPC, a message without an id wants no answer.
  if (!('id' in message)) return { text: '', isLast: message['method'] === 'shutdown' };
  const id = idOf(message);
  switch (message['method']) {
    case 'initialize':
      return more(success(id, INTRODUCTION));
    case 'normalize':
      return more(normalize(language, id, message['params'], line));
    case 'shutdown':
      return { text: success(id, 'null'), isLast: true };
    default:
      return more(failure(id, CODES.method, `there is no method ${writeJson(message['method'])}`));
  }
}

const INTRODUCTION = JSON.stringify({
  protocol: PROTOCOL_VERSION,
  implementation: { name: 'dstack-conformance reference', version: VERSION, language: 'TypeScript' },
  inputs: ['json', 'yaml'],
  window: WINDOW,
});

function normalize(language: AnyLanguage, id: string, params: unknown, line: string): string {
  if (isMapping(params) && typeof params['yaml'] === 'string') {
    const reading = readYaml(params['yaml']);
    return reading.kind === 'read'
      ? verdictOn(language, id, reading.document)
      : rejection(id, reading.violations);
  }
  if (!isMapping(params) || !('config' in params)) {
    return failure(id, CODES.params, 'the parameters of normalize are {"config": …} or {"yaml": "…"}');
  }
  return verdictOn(language, id, LOSSY.test(line) ? exactConfig(line, params['config']) : params['config']);
}

/**
 * Matches numbers that JSON.parse changes: floats without a fraction and large integers. It may also match inside a
 * text.
 */
const LOSSY = /[0-9](?:\.[0-9]|[eE])|[0-9]{16}/;

function exactConfig(line: string, config: unknown): unknown {
  const reading = readJson(line);
  if (reading.kind === 'refused' || !isMapping(reading.document)) return config;
  const { params } = reading.document;
  return isMapping(params) ? params['config'] : config;
}

function verdictOn(language: AnyLanguage, id: string, document: unknown): string {
  const verdict = interpret(language, document);
  switch (verdict.kind) {
    case 'accepted':
      return success(id, `{"accepted":${language.stringify(verdict.normal)}}`);
    case 'rejected':
      return rejection(id, verdict.violations);
  }
}

function rejection(id: string, violations: readonly Violation[]): string {
  const rejected = violations.map(({ requirement, path, message }) => ({ path, message, requirement }));
  return success(id, JSON.stringify({ rejected }));
}

function success(id: string, result: string): string {
  return `{"jsonrpc":"2.0","id":${id},"result":${result}}\n`;
}

function failure(id: string, code: number, message: string): string {
  return `{"jsonrpc":"2.0","id":${id},"error":${JSON.stringify({ code, message })}}\n`;
}

function more(text: string): AdapterReply {
  return { text, isLast: false };
}

/** Returns the id as JSON text, as it is copied into the answer. */
function idOf(message: unknown): string {
  return isMapping(message) && 'id' in message ? writeJson(message['id']) : 'null';
}

function drained(output: NodeJS.WritableStream): Promise<void> {
  return new Promise((done) => output.once('drain', done));
}
