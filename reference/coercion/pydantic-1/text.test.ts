import { test } from 'vitest';
import { Float } from '../../document/float.ts';
import { Binary, Foreign, YamlSet } from '../../document/foreign.ts';
import { expectAccepted, expectRejected } from '../../testing/expect.ts';
import { readText } from './text.ts';

test.each<[unknown, string]>([
  ['', ''],
  ['  x ', '  x '],
  ['1.0', '1.0'],
  ['\ud800', '\ud800'],
  [true, 'True'],
  [false, 'False'],
  [0, '0'],
  [-5, '-5'],
  [1e21, '1000000000000000000000'],
  [0.001, '0.001'],
  [1e-5, '1e-05'],
  [new Float(1), '1.0'],
  [new Float(1e16), '1e+16'],
  [new Float(Infinity), 'inf'],
  [new Binary('abc'), 'abc'],
])('%o reads as the text %j', (value, text) => {
  expectAccepted(readText, value, text);
});

test('an integer beyond 2^53 keeps all its digits', () => {
  expectAccepted(readText, 123456789012345678901234567890n, '123456789012345678901234567890');
});

test.each<[unknown]>([
  [[]],
  [['a']],
  [{}],
  [{ a: 1 }],
  [new YamlSet(['a'])],
  [new Foreign('a date', 'yaml/timestamps')],
])('refuses %o', (value) => {
  expectRejected(readText, value, 'text/scalar-only');
});

test.each([[undefined], [Symbol('s')], [parseInt]])('refuses %s, which no document holds', (value) => {
  expectRejected(readText, value, 'text/scalar-only');
});

test('refuses null', () => {
  expectRejected(readText, null, 'null/refused');
});
