import {
  always,
  fallSilent,
  isRejected,
  onChosen,
  onNth,
  right,
  write,
  type Behaviour,
  type Output,
} from './conversation.ts';
import { error, hello, lineOf, result, type Question } from './message.ts';

/** Right answers with wrong framing. Most of these programs frame only the answer about the chosen document wrongly. */
export const FRAMING = {
  'bad-json': onChosen((question) => right(question).replace('}\n', '\n')),
  'bad-json-on-fifth': onNth(5, () => '{"jsonrpc":\n'),
  'bare-nan': onChosen((question) => right(question).replace(/"result":.*/, '"result":{"accepted":NaN}}')),
  'python-quotes': always((question) => right(question).replaceAll('"', "'")),
  'pretty-json': always(({ right: message }) => `${JSON.stringify(message, null, 2)}\n`),
  'half-line-then-silence': onChosen(halfThenSilence),
  'half-line-and-on': onChosen((question) => right(question).slice(0, 40)),
  'half-line-then-exit': onChosen((question) => lastWords(right(question).slice(0, 40))),
  'no-newline-then-exit': onChosen((question) => lastWords(right(question).trimEnd())),
  'no-newlines': always((question) => right(question).trimEnd()),
  'line-of-100-mb': onChosen(longLine),
  'endless-garbage': onChosen(() => flood('garbage '.repeat(8192))),
  'drips-for-ever': onChosen(() => drip()),
  'endless-lines': onChosen(() => flood('garbage\n'.repeat(8192))),
  'invalid-utf8': onChosen((question) => latin1(right(question).replace('"chosen"', '"chosen\xff"'))),
  'prompt-after-chosen': onChosen((question) => `${right(question)}> `),
  'prompt-after-every-answer': always((question) => `${right(question)}> `),
  'prompt-after-the-handshake': { hello: ({ id }) => `${lineOf(hello(id))}> ` },
  'prompt-a-moment-after-chosen': onChosen((question) => aMomentLater(right(question), '> ')),
  'nul-after-chosen': onChosen((question) => `${right(question)}\0`),
  'half-line-after-chosen': onChosen((question) => `${right(question)}{"jsonrpc":`),
  'timing-line-after-chosen': onChosen((question) => `${right(question)}took 3 ms\n`),
  'timing-line-after-chosen-in-lock-step': {
    hello: ({ id }) => lineOf(hello(id, { window: 1 })),
    ...onChosen((question) => `${right(question)}took 3 ms\n`),
  },
  'utf-16-on-chosen': onChosen((question) => Buffer.from(right(question), 'utf16le')),
  'utf-16-on-chosen-in-lock-step': {
    hello: ({ id }) => lineOf(hello(id, { window: 1 })),
    ...onChosen((question) => Buffer.from(right(question), 'utf16le')),
  },
  'latin-1-after-chosen': onChosen((question) => latin1(`${right(question)}\xff`)),
  'byte-order-mark-on-chosen': onChosen((question) => `\uFEFF${right(question)}`),
  'byte-order-mark-inside': onChosen((question) => right(question).replace('{', '{\uFEFF')),
  'form-feed-before': onChosen((question) => `\f${right(question)}`),
  'no-break-space-behind': onChosen((question) => right(question).replace('\n', '\u00a0\n')),
  'line-separator-inside': onChosen((question) => right(question).replace(',"result"', ',\u2028"result"')),
  'utf-16': always((question) => Buffer.from(right(question), 'utf16le')),
  'byte-order-mark': always((question) => `\uFEFF${right(question)}`),
  'stray-print': onChosen((question) => `DEBUG: parsing the document\n${right(question)}`),
  'stray-log-line': onChosen((question) => `[INFO] parsing the document\n${right(question)}`),
  'stray-blank-line': onChosen((question) => `\n${right(question)}`),
  'stray-print-always': always((question) => `DEBUG: parsing the document\n${right(question)}`),
  'stray-print-on-the-same-line': onChosen((question) => `parsing... ${right(question)}`),
  'stray-print-at-start': {
    start: () => {
      write('Listening on stdin\n');
    },
  },
  'escape-sequences-everywhere': { hello: introduceInColour, ...always(rejectInColour) },
  'rpc-error': onChosen(({ id }) => lineOf(error(id, -32603, 'internal error'))),
  'rpc-error-on-invalid': always((question) => (isRejected(question) ? rpcError(question) : right(question))),
  notification: onChosen(
    (question) => lineOf({ jsonrpc: '2.0', method: 'log', params: {} }) + right(question),
  ),
  'request-under-the-id': onChosen(
    (question) =>
      lineOf({ jsonrpc: '2.0', id: question.id, method: 'normalize', params: {} }) + right(question),
  ),
  batch: onChosen(({ right: message }) => lineOf([message])),
  'not-an-object': onChosen(() => 'true\n'),
  'id-as-text': always(({ id, right: message }) => lineOf({ ...message, id: String(id) })),
  'id-null': onChosen(({ right: message }) => lineOf({ ...message, id: null })),
  'id-missing': onChosen(({ right: { result } }) => lineOf({ jsonrpc: '2.0', result })),
  'jsonrpc-missing': always(({ id, right: { result } }) => lineOf({ id, result })),
  'jsonrpc-1': onChosen(({ right: message }) => lineOf({ ...message, jsonrpc: '1.0' })),
  'result-and-error': onChosen(({ right: message }) =>
    lineOf({ ...message, error: { code: 1, message: 'x' } }),
  ),
  'no-result': onChosen(({ id }) => lineOf({ jsonrpc: '2.0', id })),
  'null-result': onChosen(({ id }) => lineOf(result(id, null))),
  'empty-result': onChosen(({ id }) => lineOf(result(id, {}))),
  'accepted-and-rejected': onChosen(({ id }) => lineOf(result(id, { accepted: {}, rejected: [] }))),
  'accepted-text': onChosen(({ id }) => lineOf(result(id, { accepted: 'yes' }))),
  'accepted-null': onChosen(({ id }) => lineOf(result(id, { accepted: null }))),
  'rejected-text': onChosen(({ id }) => lineOf(result(id, { rejected: 'no' }))),
  'rejected-list-of-texts': onChosen(({ id }) => lineOf(result(id, { rejected: ['no'] }))),
  'endless-lists': onChosen(({ id }) => lineOf(result(id, { accepted: ENDLESS }))),
  'endless-texts': always(({ id }) =>
    lineOf(result(id, { rejected: [{ path: `/${LONG}`, message: LONG }] })),
  ),
  'unsupported-true': onChosen(({ id }) => lineOf(result(id, { unsupported: true }))),
} satisfies Readonly<Record<string, Behaviour>>;

const LONG = 'x'.repeat(100_000);
const ITEMS = Array<number>(150_000).fill(0);
const ENDLESS = { type: 'task', commands: ITEMS, ports: ITEMS };
const MEGABYTE = 'x'.repeat(1_000_000);

/** Text that clears the screen, sets the window's title, rings, and writes backwards, with ESC and with its C1 twin. */
const COLOURS = '\u001b[2J\u001b]0;owned\u0007\u009b31m\u202eno\u001b[0m\r\b';

function introduceInColour({ id }: Question): string {
  return lineOf(hello(id, { implementation: { name: COLOURS, version: COLOURS, language: COLOURS } }));
}

function rejectInColour({ id }: Question): string {
  process.stderr.write(COLOURS);
  return lineOf(result(id, { rejected: [{ path: COLOURS, message: COLOURS }] }));
}

function rpcError({ id }: Question): string {
  return lineOf(error(id, -32000, 'invalid configuration'));
}

/** Writes the rest much later than the harness waits for what follows an answer, and before any other answer. */
function aMomentLater(answer: string, rest: string): Output {
  write(answer);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  return rest;
}

function latin1(text: string): Output {
  return Buffer.from(text, 'latin1');
}

function halfThenSilence(question: Question): Output {
  write(right(question).slice(0, 40));
  return fallSilent();
}

/** Writes a text, waits until it is out, and exits. */
function lastWords(text: string): Output {
  process.stdout.write(text, () => process.exit(0));
  return '';
}

/** Writes as fast as the harness reads, until it is killed. */
function flood(text: string): Output {
  process.stdout.write(text, () => setImmediate(flood, text));
  return fallSilent();
}

/** Writes an answer of 100 MB in pieces, and returns its end. */
function longLine({ id }: Question): Output {
  write(`{"jsonrpc":"2.0","id":${String(id)},"result":{"rejected":[{"message":"`);
  for (let megabytes = 0; megabytes < 100; megabytes += 1) write(MEGABYTE);
  return '"}]}}\n';
}

/** Writes one byte now and then, and never a line. */
function drip(): Output {
  setInterval(() => process.stdout.write('.'), 50);
  return fallSilent();
}
