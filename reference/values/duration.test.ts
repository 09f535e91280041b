import { describe, expect, test } from 'vitest';
import { formatDuration, readDurationOrOff, readSeconds } from './duration.ts';
import { Float } from '../document/float.ts';
import { ABSENT } from '../fields/mapping.ts';
import { expectAccepted, expectRejected } from '../testing/expect.ts';

describe('a number of seconds', () => {
  test.each<[unknown, number]>([
    ['90m', 5400],
    ['5 m', 300],
    ['5   h', 18_000],
    ['1d', 86_400],
    ['2w', 1_209_600],
    ['30s', 30],
    ['0s', 0],
    ['007m', 420],
    ['5m\n', 300],
    ['300', 300],
    [' 300 ', 300],
    ['-5', -5],
    ['-0', 0],
    [300, 300],
    [-5, -5],
    [1.9, 1],
    [-1.9, -1],
    [-0.5, 0],
    [new Float(3), 3],
    ['9007199254740991s', Number.MAX_SAFE_INTEGER],
  ])('%o is %d seconds', (value, seconds) => {
    expectAccepted(readSeconds, value, seconds);
  });

  test.each<[unknown]>([
    [''],
    ['m'],
    ['1.5h'],
    ['5M'],
    ['1h30m'],
    [' 5m'],
    ['5m '],
    ['5\tm'],
    ['5m\n\n'],
    ['-5m'],
    ['+5m'],
    ['5min'],
    ['1y'],
    ['٣s'],
    ['Off'],
    ['off'],
    ['9007199254740992s'],
    ['99999999999999999w'],
    [2 ** 53],
    [NaN],
    [new Float(Infinity)],
    [true],
    [false],
    [[]],
    [{}],
  ])('refuses %o', (value) => {
    expectRejected(readSeconds, value, 'duration/format');
  });

  test('refuses null', () => {
    expectRejected(readSeconds, null, 'null/refused');
  });
});

describe('a duration that may be unlimited', () => {
  test.each<[unknown, unknown]>([
    [false, 'off'],
    ['off', 'off'],
    [true, ABSENT],
    ['60s', '1m'],
    [-300, '-300'],
  ])('%o reads as %o', (value, duration) => {
    expectAccepted(readDurationOrOff, value, duration);
  });

  test.each<[unknown]>([['Off'], ['OFF'], ['on'], ['no'], ['unlimited']])('%o is none', (value) => {
    expectRejected(readDurationOrOff, value, 'duration/format');
  });
});

test.each([
  [0, '0s'],
  [1, '1s'],
  [59, '59s'],
  [60, '1m'],
  [61, '61s'],
  [5400, '90m'],
  [3600, '1h'],
  [86_400, '1d'],
  [90_000, '25h'],
  [604_800, '1w'],
  [691_200, '8d'],
  [-1, '-1'],
  [-3600, '-3600'],
  [Number.MAX_SAFE_INTEGER, '9007199254740991s'],
])('%d seconds are written %s', (seconds, text) => {
  expect(formatDuration(seconds)).toBe(text);
  expect(readSeconds(text)).toBe(seconds);
});
