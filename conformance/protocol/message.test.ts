import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMessages } from './message.ts';
import type { Message } from './envelope.ts';

const ANSWER = '{"jsonrpc":"2.0","id":7,"result":{"rejected":[]}}';

function read(text: string): string[] {
  return readMessages(Buffer.from(text, 'utf8').toString('latin1')).map(inShort);
}

function inShort(message: Message): string {
  const id = message.id === undefined ? '' : ` ${message.id}`;
  return message.kind === 'result' ? `result${id} ${message.json}` : `${message.fault.kind}${id}`;
}

describe('readMessages', () => {
  it.each([
    ['millions of half messages', '{"jsonrpc":', 'bad-json'],
    ['hundreds of thousands of messages', '{"jsonrpc":"2.0","id":7,"result":null}', 'bad-json 7'],
    ['millions of half messages with marks', '{"jsonrpc":\uFEFF', 'bad-json'],
    ['millions of brackets', '[', 'bad-json'],
  ])('makes one fault of a line of %s', (_, part, fault) => {
    expect(read(part.repeat((8 * 1024 * 1024) / part.length))).toEqual([fault]);
  });

  it('reads an answer whose text holds many brackets', () => {
    const answer = ANSWER.replace('[]', `["${'['.repeat(200_000)}"]`);
    expect(read(answer)).toEqual([expect.stringContaining('result 7 {"rejected":["[[[')]);
  });

  it.each([
    ['an answer', ANSWER, ['result 7 {"rejected":[]}']],
    [
      'blanks',
      ' { "jsonrpc" : "2.0" , "id" : 7 , "result" : {"rejected":[ ]} } ',
      ['result 7 {"rejected":[ ]} '],
    ],
    [
      'another order',
      '{"id":7,"result":{"accepted":{"a":1.0}},"jsonrpc":"2.0"}',
      ['result 7 {"accepted":{"a":1.0}}'],
    ],
    [
      'a number that JSON.parse would change',
      ANSWER.replace('[]', '[1.0,1e3]'),
      ['result 7 {"rejected":[1.0,1e3]}'],
    ],
    ['two equal keys', '{"jsonrpc":"2.0","id":7,"result":1,"result":2}', ['result 7 2']],
    ['text', 'hello', ['stray-output']],
    ['nothing', '', ['stray-output']],
    ['a number', '42', ['stray-output']],
    ['text before an answer', `parsing… ${ANSWER}`, ['stray-output 7']],
    ['half an answer', ANSWER.slice(0, -1), ['bad-json 7']],
    ['the first line of a pretty answer', '{', ['bad-json']],
    ['Python', "{'jsonrpc': '2.0'}", ['bad-json']],
    ['NaN', ANSWER.replace('[]', 'NaN'), ['bad-json 7']],
    ['two answers', ANSWER + ANSWER.replace('7', '8'), ['no-newline 7', 'result 8 {"rejected":[]}']],
    ['half an answer and a whole one', `{"jsonrpc":"2.0"${ANSWER}`, ['bad-json', 'result 7 {"rejected":[]}']],
    ['a byte-order mark', `\uFEFF${ANSWER}`, ['byte-order-mark 7']],
    ['a byte-order mark after the brace', ANSWER.replace('{', '{\uFEFF'), ['byte-order-mark 7']],
    [
      'a byte-order mark after a comma',
      ANSWER.replace(',"result"', ',\uFEFF"result"'),
      ['byte-order-mark 7'],
    ],
    ['a byte-order mark inside the result', ANSWER.replace('[]', '[\uFEFF]'), ['byte-order-mark 7']],
    ['a byte-order mark at the end', `${ANSWER}\uFEFF`, ['byte-order-mark 7']],
    [
      'a byte-order mark inside a text, which is a character like any other',
      ANSWER.replace('[]', '["\uFEFF"]'),
      ['result 7 {"rejected":["\uFEFF"]}'],
    ],
    ...['\f', '\v', '\u00a0', '\u0085', '\u2028', '\u2029', '\u3000', '\u1680'].flatMap(
      (blank): [string, string, string[]][] => [
        [`${JSON.stringify(blank)} before`, blank + ANSWER, ['stray-output 7']],
        [`${JSON.stringify(blank)} behind`, ANSWER + blank, ['bad-json 7']],
        [`${JSON.stringify(blank)} after the brace`, ANSWER.replace('{', `{${blank}`), ['bad-json 7']],
        [`${JSON.stringify(blank)} before the id`, ANSWER.replace('7', `${blank}7`), ['bad-json 7']],
        [
          `${JSON.stringify(blank)} before the result`,
          ANSWER.replace('{"rej', `${blank}{"rej`),
          ['bad-json 7'],
        ],
        [`${JSON.stringify(blank)} alone`, blank, ['stray-output']],
      ],
    ),
    [
      'every blank of JSON',
      ` \t\r${ANSWER.replaceAll(/[:,](?=["7])/g, '\t\r $&\r')}\t `,
      ['result 7 {"rejected":[]}'],
    ],
    ['UTF-16', ANSWER.replaceAll(/(?!^)/g, '\0'), ['invalid-utf8']],
    ['a list', `[${ANSWER}]`, ['wrong-shape']],
    ['an empty object', '{}', ['wrong-shape']],
    ['another version', ANSWER.replace('2.0', '1.0'), ['wrong-shape 7']],
    ['an id as text', ANSWER.replace('7', '"7"'), ['wrong-shape']],
    ['a fractional id', ANSWER.replace('7', '7.5'), ['wrong-shape']],
    ['no id', '{"jsonrpc":"2.0","result":{}}', ['wrong-shape']],
    ['no result', '{"jsonrpc":"2.0","id":7}', ['wrong-shape 7']],
    ['result and error', `${ANSWER.slice(0, -1)},"error":{"code":1,"message":""}}`, ['wrong-shape 7']],
    ['something more', `${ANSWER.slice(0, -1)},"took":3}`, ['wrong-shape 7']],
    ['a request', '{"jsonrpc":"2.0","id":7,"method":"hello"}', ['wrong-shape 7']],
    ['an error', '{"jsonrpc":"2.0","id":7,"error":{"code":1,"message":""}}', ['rpc-error 7']],
    ['an error without an id', '{"jsonrpc":"2.0","id":null,"error":{"code":1,"message":""}}', ['rpc-error']],
    ['an error without a code', '{"jsonrpc":"2.0","id":7,"error":{"message":""}}', ['wrong-shape 7']],
  ])('%s', (_name, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('says where the shape is wrong', () => {
    const [message] = readMessages('{"jsonrpc":"2.0","id":7,"error":{"code":"no","message":""}}');
    expect(message).toMatchObject({
      kind: 'fault',
      fault: { pointer: '/error/code', message: expect.stringContaining('/error/code') as string },
    });
  });

  it('reads any bytes without throwing and returns at least one message', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.string({ unit: 'binary' })), (text) => {
        expect(readMessages(text).length).toBeGreaterThan(0);
      }),
    );
  });

  it('reads what is nested deeper than JSON can be written', () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    expect(readMessages(`{"id":7,"jsonrpc":"2.0","result":{"accepted":${deep}}}`)).toHaveLength(1);
  });
});
