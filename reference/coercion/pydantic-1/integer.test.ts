import { expect, test } from 'vitest';
import { Float } from '../../document/float.ts';
import { Binary, Foreign } from '../../document/foreign.ts';
import { castInteger } from '../cast-integer.ts';
import { readInteger } from './integer.ts';
import { expectAccepted, expectRejected } from '../../testing/expect.ts';

const LARGEST = Number.MAX_SAFE_INTEGER;

test.each<[unknown, number]>([
  [0, 0],
  [-0, 0],
  [-7, -7],
  [LARGEST, LARGEST],
  [-LARGEST, -LARGEST],
  [1.9, 1],
  [-1.9, -1],
  [-0.5, 0],
  [new Float(3), 3],
  [true, 1],
  [false, 0],
  ['12', 12],
  [' +012\n', 12],
  ['-0', 0],
  [`${LARGEST}`, LARGEST],
  [new Binary('2'), 2],
  [new Binary(' -012\v'), -12],
  [new Binary('-0'), 0],
])('%o is the integer %d', (value, integer) => {
  expectAccepted(readInteger, value, integer);
});

test.each<[unknown]>([
  [''],
  ['2.0'],
  ['1e3'],
  ['two'],
  [NaN],
  [Infinity],
  [new Float(Infinity)],
  [[]],
  [[1]],
  [{}],
  [new Binary('')],
  [new Binary('1.5')],
  [new Binary('true')],
  [new Binary('\xa01')],
  [new Binary('1\u2003')],
  ['\x1c1'],
  [new Foreign('a date', 'yaml/timestamps')],
  [undefined],
])('refuses %o', (value) => {
  expectRejected(readInteger, value, 'integer/other');
});

test.each<[unknown]>([[LARGEST + 1], [-LARGEST - 1], [new Float(1e300)], [`${LARGEST}0`]])(
  '%o is beyond the integers that every program can hold',
  (value) => {
    expectRejected(readInteger, value, 'integer/other');
  },
);

test('an integer that only a bigint holds is refused as a count, but known as a number', () => {
  expectRejected(readInteger, 2n ** 53n, 'integer/other');
  expect(castInteger(2n ** 53n)).toBe(2 ** 53);
});

test('refuses null', () => {
  expectRejected(readInteger, null, 'null/refused');
});
