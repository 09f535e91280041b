import { expect, test } from 'vitest';
import { Float } from '../../document/float.ts';
import { Binary } from '../../document/foreign.ts';
import { expectAccepted, expectRejected } from '../../testing/expect.ts';
import { integerOf, readInteger } from './integer.ts';

test.each<[unknown, number]>([
  [0, 0],
  [-0, 0],
  [-7, -7],
  [new Float(3), 3],
  [new Float(-0), 0],
  [true, 1],
  [false, 0],
  ['12', 12],
  [' +012\n', 12],
  ['2.0', 2],
  ['-2.00', -2],
  ['-0.0', 0],
  ['\x852\u2028', 2],
  [new Binary(' 2.0 '), 2],
])('%o is the integer %d', (value, integer) => {
  expectAccepted(readInteger, value, integer);
});

test.each<[unknown]>([
  [''],
  ['2.'],
  ['.0'],
  ['1e3'],
  ['+-2'],
  ['++2'],
  ['- 2'],
  ['2.5'],
  ['\x1c2'],
  ['\ufeff2'],
  [NaN],
  [new Float(Infinity)],
  [[]],
  [{}],
  [Number.MAX_SAFE_INTEGER + 1],
  [`${Number.MAX_SAFE_INTEGER}0`],
])('refuses %o', (value) => {
  expectRejected(readInteger, value, 'integer/other');
});

test.each([1.5, -0.5, 1e-7])('refuses the fraction of %d', (value) => {
  expectRejected(readInteger, value, 'integer/no-fraction');
});

test('refuses null', () => {
  expectRejected(readInteger, null, 'null/refused');
});

test('an integer that only a bigint holds is refused as a count, but known as a number', () => {
  expectRejected(readInteger, 2n ** 53n, 'integer/other');
  expect(integerOf(2n ** 53n)).toBe(2 ** 53);
});
