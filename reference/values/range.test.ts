import { describe, expect, test } from 'vitest';
import { Float } from '../document/float.ts';
import { Foreign, YamlSet } from '../document/foreign.ts';
import { formatRange, countRangeReader, readMemoryRange } from './range.ts';
import { PYDANTIC_1 } from '../coercion/pydantic-1/pydantic-1.ts';
import { expectAccepted, expectRejected, type Broken } from '../testing/expect.ts';

const readCountRange = countRangeReader(PYDANTIC_1);

describe('a range of counts', () => {
  test.each<[unknown, string]>([
    [4, '4'],
    ['4', '4'],
    [' 4 ', '4'],
    [new Float(4), '4'],
    [true, '1'],
    ['2..', '2..'],
    ['..8', '..8'],
    ['2..8', '2..8'],
    [' 2 .. 8 ', '2..8'],
    ['4..4', '4'],
    ['-2..-1', '-2..-1'],
    ['+2..08', '2..8'],
    [{ min: 2, max: 8 }, '2..8'],
    [{ max: 8, min: '2' }, '2..8'],
    [{ min: 2 }, '2..'],
    [{ min: null, max: 8 }, '..8'],
    [{ min: 4, max: 4 }, '4'],
    [{ min: -0, max: 0 }, '0'],
  ])('%o reads as %s', (value, range) => {
    expectAccepted(readCountRange, value, range);
  });

  test.each<[unknown, ...Broken[]]>([
    ['8..2', 'range/order'],
    [{ min: 8, max: 2 }, 'range/order'],
    ['..', 'range/bounded'],
    [' .. ', 'range/bounded'],
    [{}, 'range/bounded'],
    [{ min: null, max: null }, 'range/bounded'],
    ['1..2..3', 'range/two-ends'],
    ['2...8', 'range/two-ends', 'integer/other'],
    ['a..8', 'range/two-ends', 'integer/other'],
    ['a..b', 'range/two-ends', 'integer/other', 'integer/other'],
    [{ min: 1, foo: 2 }, 'range/known-fields /foo'],
    [{ Min: 1 }, 'range/known-fields /Min'],
    [{ min: 'a', max: [] }, 'integer/other /min', 'integer/other /max'],
    [{ min: { min: 1 } }, 'integer/other /min'],
    ['', 'integer/other'],
    ['a', 'integer/other'],
    [[], 'range/kind'],
    [[1, 2], 'range/kind'],
    [new Foreign('a date', 'yaml/timestamps'), 'range/kind'],
    [new YamlSet([1]), 'range/kind'],
    [null, 'null/refused'],
  ])('%o breaks %s', (value, ...broken) => {
    expectRejected(readCountRange, value, ...broken);
  });

  test('the names of the ends are own keys only', () => {
    const inherited: unknown = Object.create({ min: 1, max: 2 });
    expectRejected(readCountRange, inherited, 'range/bounded');
    expectRejected(readCountRange, JSON.parse('{"__proto__": 1}'), 'range/known-fields /__proto__');
  });
});

describe('a range of sizes', () => {
  test.each<[unknown, string]>([
    ['8GB..', '8GB..'],
    ['512MB..1TB', '0.5GB..1024GB'],
    ['1024MB..1GB', '1GB'],
    ['16..', '16GB..'],
    ['..0.5', '..0.5GB'],
    [{ min: '8gb', max: 16 }, '8GB..16GB'],
    [24, '24GB'],
  ])('%o reads as %s', (value, range) => {
    expectAccepted(readMemoryRange, value, range);
  });

  test.each<[unknown, ...Broken[]]>([
    ['1TB..1GB', 'range/order'],
    ['8G..', 'range/two-ends', 'memory/unit'],
    [{ min: '8G' }, 'memory/unit /min'],
    ['8 K B', 'memory/unit'],
  ])('%o breaks %s', (value, ...broken) => {
    expectRejected(readMemoryRange, value, ...broken);
  });
});

test.each([
  [2, 8, '2..8'],
  [2, null, '2..'],
  [null, 8, '..8'],
  [4, 4, '4'],
])('the ends %o and %o are written %s', (min, max, text) => {
  expect(formatRange(min, max, String)).toBe(text);
});
