import { expect, test } from 'vitest';
import { Float } from '../document/float.ts';
import { Binary } from '../document/foreign.ts';
import { formatMemory, readMemory } from './memory.ts';
import { expectAccepted, expectRejected } from '../testing/expect.ts';

test.each<[unknown, number]>([
  ['8GB', 8],
  ['8gb', 8],
  ['8gB', 8],
  [' 8 G B ', 8],
  ['8\tGB', 8],
  ['512MB', 0.5],
  ['1mb', 1 / 1024],
  ['1TB', 1024],
  ['0.5TB', 512],
  ['.5GB', 0.5],
  ['8.', 8],
  ['8', 8],
  ['-1GB', -1],
  ['1e2GB', 100],
  ['0.1TB', 102.4],
  [8, 8],
  [0.5, 0.5],
  [-2, -2],
  [new Float(8), 8],
  [true, 1],
  [false, 0],
])('%o is %d gigabytes', (value, gigabytes) => {
  expectAccepted(readMemory, value, gigabytes);
});

test('a bare integer beyond 2^53 is the nearest binary64 number of gigabytes', () => {
  expectAccepted(readMemory, 2n ** 60n, 2 ** 60);
});

test.each<[unknown]>([
  [''],
  ['GB'],
  ['8G'],
  ['8GiB'],
  ['8KB'],
  ['8B'],
  ['1_0GB'],
  ['8GBGB'],
  ['8..16GB'],
  ['1e999GB'],
  ['1e308TB'],
  ['infGB'],
  ['nan'],
  [NaN],
  [Infinity],
  [new Float(-Infinity)],
  [[]],
  [{}],
  [new Binary('8GB')],
])('refuses %o', (value) => {
  expectRejected(readMemory, value, 'memory/unit');
});

test('refuses null', () => {
  expectRejected(readMemory, null, 'null/refused');
});

test.each([
  [8, '8GB'],
  [0.5, '0.5GB'],
  [1024, '1024GB'],
  [1 / 1024, '0.0009765625GB'],
  [1e-7, '0.0000001GB'],
  [1e21, '1000000000000000000000GB'],
  [0.1 + 0.2, '0.30000000000000004GB'],
  [-1, '-1GB'],
])('%d gigabytes are written %s', (gigabytes, text) => {
  expect(formatMemory(gigabytes)).toBe(text);
  expect(readMemory(text)).toBe(gigabytes);
});
