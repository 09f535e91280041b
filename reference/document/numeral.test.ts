import { expect, test } from 'vitest';
import { decimalFromText, decimalText, floatText, integerFromText, strip } from './numeral.ts';

test.each([
  ['0', 0],
  ['010', 10],
  ['+5', 5],
  ['-5', -5],
  [' 7 ', 7],
  ['\t7\n', 7],
  ['\u00a07\u3000', 7],
  ['\x857\u2028', 7],
  ['9007199254740991', 9007199254740991],
])('the text %j is the integer %d', (text, integer) => {
  expect(integerFromText(text)).toBe(integer);
});

test.each([
  '',
  ' ',
  '1.0',
  '1e3',
  '0x10',
  '1_000',
  '1 000',
  '+',
  '--1',
  '1-',
  '١',
  '\u200b1',
  '\x1c1',
  'nan',
])('the text %j is no integer', (text) => {
  expect(integerFromText(text)).toBeUndefined();
});

test.each([
  [' a ', 'a'],
  ['\x1c\x1d\x1e\x1fa b\x1f', 'a b'],
  ['\x85\xa0\u1680\u2000\u200a\u2028\u2029\u202f\u205f\u3000a\v\f\r\n\t', 'a'],
  ['\u200ba\ufeff', '\u200ba\ufeff'],
  ['\x1ba\0', '\x1ba\0'],
  ['', ''],
])('%j is stripped to %j', (text, stripped) => {
  expect(strip(text)).toBe(stripped);
});

test.each([
  ['1', 1],
  ['1.', 1],
  ['.5', 0.5],
  ['-0.25', -0.25],
  ['1e3', 1000],
  ['1E-3', 0.001],
  ['1.5e+2', 150],
  [' 2.5\n', 2.5],
])('the text %j is the decimal %d', (text, decimal) => {
  expect(decimalFromText(text)).toBe(decimal);
});

test.each(['', '.', '1..2', '1e', '1_0', 'nan', 'inf', '-Infinity', '1e999', '0x1', '1,5', '٣', '\x1f1'])(
  'the text %j is no decimal',
  (text) => {
    expect(decimalFromText(text)).toBeUndefined();
  },
);

test.each([
  [0, '0'],
  [8, '8'],
  [0.5, '0.5'],
  [-0.5, '-0.5'],
  [1e-7, '0.0000001'],
  [1.25e-7, '0.000000125'],
  [-1e-7, '-0.0000001'],
  [1e21, '1000000000000000000000'],
  [1.5e22, '15000000000000000000000'],
  [5e-324, `0.${'0'.repeat(323)}5`],
])('the number %d is written %s, without an exponent', (number, text) => {
  expect(decimalText(number)).toBe(text);
  expect(Number(text)).toBe(number);
});

test.each([
  [1, '1.0'],
  [-0, '-0.0'],
  [0.1, '0.1'],
  [1e-4, '0.0001'],
  [1e-5, '1e-05'],
  [1.5e-10, '1.5e-10'],
  [1e15, '1000000000000000.0'],
  [9999999999999998, '9999999999999998.0'],
  [1e16, '1e+16'],
  [-1.5e300, '-1.5e+300'],
  [5e-324, '5e-324'],
  [NaN, 'nan'],
  [Infinity, 'inf'],
  [-Infinity, '-inf'],
])('the release writes the float %d as %s', (float, text) => {
  expect(floatText(float)).toBe(text);
});

test.each(['1', ' ', '.', '0e'])('rejects a million times %j before a non-number without delay', (part) => {
  const start = performance.now();
  const text = `1${part.repeat(1_000_000)}x`;
  expect([integerFromText(text), decimalFromText(text)]).toEqual([undefined, undefined]);
  expect(performance.now() - start).toBeLessThan(2_000);
});
