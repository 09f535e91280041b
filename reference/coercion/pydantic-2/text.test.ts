import { test } from 'vitest';
import { Float } from '../../document/float.ts';
import { Binary } from '../../document/foreign.ts';
import { expectAccepted, expectRejected } from '../../testing/expect.ts';
import { readText } from './text.ts';

test.each<[unknown, string]>([
  ['', ''],
  ['true', 'true'],
  [0, '0'],
  [new Float(1), '1.0'],
  [1e-5, '1e-05'],
  [new Binary('abc'), 'abc'],
])('%o reads as the text %j', (value, text) => {
  expectAccepted(readText, value, text);
});

test.each([true, false])('refuses %o', (value) => {
  expectRejected(readText, value, 'text/no-boolean');
});

test('refuses lists and null', () => {
  expectRejected(readText, ['a'], 'text/scalar-only');
  expectRejected(readText, null, 'null/refused');
});
