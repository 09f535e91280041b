import { describe, expect, test } from 'vitest';
import { Float } from '../document/float.ts';
import { readJson } from './json.ts';
import { MAX_DEPTH, MAX_TEXT } from '../document/limits.ts';
import { expectAccepted, expectRejected } from '../testing/expect.ts';

describe('a JSON text', () => {
  test.each<[string, unknown]>([
    ['null', null],
    [' true\r\n', true],
    ['"a"', 'a'],
    ['""', ''],
    ['"\\u0041\\n\\/\\ud83d\\ude00"', 'A\n/😀'],
    ['"\\ud800"', '\ud800'],
    ['[]', []],
    ['[ 1 , [ 2 ] ]', [1, [2]]],
    ['{}', {}],
    ['{"a":{"b":[]},"c":false}', { a: { b: [] }, c: false }],
    ['{"a":1,"b":2,"a":3}', { a: 3, b: 2 }],
    ['{"":1}', { '': 1 }],
  ])('%s reads as %o', (text, document) => {
    expectAccepted(readJson, text, document);
  });

  test.each<[string, unknown]>([
    ['0', 0],
    ['-0', 0],
    ['12', 12],
    ['9007199254740991', Number.MAX_SAFE_INTEGER],
    ['1.5', 1.5],
    ['1.0', new Float(1)],
    ['-0.0', new Float(-0)],
    ['100.00', new Float(100)],
    ['1e3', new Float(1000)],
    ['1E0', new Float(1)],
    ['15e-1', 1.5],
    ['0.1e1', new Float(1)],
    ['1e999', Infinity],
    ['1e-999', new Float(0)],
    ['9007199254740993.5', new Float(9007199254740994)],
    ['[1, 1.0, 10.50]', [1, new Float(1), 10.5]],
  ])('the number %s reads as %o: a float stays one', (text, number) => {
    expectAccepted(readJson, text, number);
  });

  test('an integer beyond 2^53 keeps all its digits', () => {
    expectAccepted(readJson, '[9007199254740993, -9007199254740992]', [
      9007199254740993n,
      -9007199254740992n,
    ]);
  });

  test.each(['{"__proto__":{"a":1}}', '{"__proto__":{"a":1},"b":1.0}', '{"\\u005f_proto__":{"a":1}}'])(
    'in %s, __proto__ is a key like any other',
    (text) => {
      const reading = readJson(text);
      const document = reading.kind === 'read' ? (reading.document as object) : {};
      expect(Object.keys(document)[0]).toBe('__proto__');
      expect(Object.getPrototypeOf(document)).toBe(Object.prototype);
      expect('a' in document).toBe(false);
    },
  );

  test.each([
    '',
    ' ',
    'nul',
    'nullx',
    'True',
    '01',
    '+1',
    '.5',
    '1.',
    '1e',
    '0x1',
    '1.0 2',
    'NaN',
    "'a'",
    '"a',
    '"\n"',
    '"\\x41"',
    '"\\u12"',
    '[1,]',
    '[1.0,]',
    '[1 2]',
    '[',
    ']',
    '{"a"}',
    '{"a":}',
    '{"a":1.0',
    '{a:1}',
    '{"a":1,}',
    '{"a":1.0,}',
    '{1:2}',
    '// a\n1',
    '\ufeff1',
    '\u00a01',
  ])('refuses %j', (text) => {
    expectRejected(readJson, text, 'yaml/well-formed');
  });
});

describe('a place in a JSON text', () => {
  const text = '{\n  "a": [1, {"b~/": null}],\n  "c": 1.0\n}';

  test.each([
    ['', 1, 1],
    ['/a', 2, 8],
    ['/a/0', 2, 9],
    ['/a/1/b~0~1', 2, 20],
    ['/c', 3, 8],
    ['/a/1/missing', 2, 12],
    ['/missing', 1, 1],
  ])('the value at %j is at %d:%d', (pointer, line, column) => {
    expect(placeIn(text, pointer, 'value')).toEqual({ line, column });
  });

  test.each([
    ['/a', 2, 3],
    ['/a/1/b~0~1', 2, 13],
    ['/c', 3, 3],
    ['/a/0', 2, 9],
  ])('the key at %j is at %d:%d', (pointer, line, column) => {
    expect(placeIn(text, pointer, 'key')).toEqual({ line, column });
  });

  test.each([
    ['{"a": 1,\n "b" 2}', 2, 6],
    ['[1,\r\n  x]', 2, 3],
    ['1 1', 1, 3],
    ['{"a": [1.0}', 1, 11],
  ])('the fault in %j is at %d:%d', (wrong, line, column) => {
    const reading = readJson(wrong);
    expect(reading.kind === 'refused' ? reading.violations : []).toMatchObject([{ line, column }]);
  });
});

test('a text of the greatest length is read, and one more is not', () => {
  expectAccepted(readJson, `1${' '.repeat(MAX_TEXT - 1)}`, 1);
  expectRejected(readJson, `1${' '.repeat(MAX_TEXT)}`, 'yaml/well-formed');
});

test('a text of the greatest depth is read, and one deeper is not', () => {
  expect(readJson(nested(MAX_DEPTH, '1.0')).kind).toBe('read');
  expectRejected(readJson, nested(MAX_DEPTH + 1, '1.0'), 'yaml/well-formed');
});

function nested(depth: number, inner: string): string {
  return '['.repeat(depth) + inner + ']'.repeat(depth);
}

function placeIn(text: string, pointer: string, part: 'key' | 'value'): unknown {
  const reading = readJson(text);
  return reading.kind === 'read' ? reading.locate(pointer, part) : undefined;
}
