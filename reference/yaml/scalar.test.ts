import { describe, expect, test } from 'vitest';
import { Float } from '../document/float.ts';
import { Foreign } from '../document/foreign.ts';
import { constructScalar, resolvePlain, type ScalarTag } from './scalar.ts';

/** The value of a plain scalar with this text. */
function valueOf(text: string): unknown {
  return constructScalar(resolvePlain(text), text);
}

test.each(['', '~', 'null', 'Null', 'NULL'])('%j is null', (text) => {
  expect(valueOf(text)).toBeNull();
});

test.each(['nULL', 'none', 'None', 'nil', '~~'])('%j is not null but text', (text) => {
  expect(valueOf(text)).toBe(text);
});

describe('booleans', () => {
  test.each(['yes', 'Yes', 'YES', 'on', 'On', 'ON', 'true', 'True', 'TRUE'])('%s is true', (text) => {
    expect(valueOf(text)).toBe(true);
  });

  test.each(['no', 'No', 'NO', 'off', 'Off', 'OFF', 'false', 'False', 'FALSE'])('%s is false', (text) => {
    expect(valueOf(text)).toBe(false);
  });

  test.each(['y', 'Y', 'n', 'N', 'yEs', 'oN', 'oFF', 't', 'f'])('%s is text', (text) => {
    expect(valueOf(text)).toBe(text);
  });
});

describe('integers', () => {
  test.each<[string, number | bigint]>([
    ['0', 0],
    ['-0', 0],
    ['+12', 12],
    ['-7', -7],
    ['1_000', 1000],
    ['00', 0],
    ['012', 10],
    ['-012', -10],
    ['0_12', 10],
    ['0x1F', 31],
    ['-0xff', -255],
    ['0b11', 3],
    ['+0b1_0', 2],
    ['22:22', 1342],
    ['1:30:00', 5400],
    ['-1:30', -90],
    ['1:2', 62],
    ['9007199254740991', 9007199254740991],
    ['9007199254740992', 9007199254740992n],
    ['-9007199254740993', -9007199254740993n],
    ['0xFFFFFFFFFFFFFFFF', 18446744073709551615n],
  ])('%s is an integer', (text, integer) => {
    expect(valueOf(text)).toBe(integer);
  });

  test.each([
    '08',
    '019',
    '0o17',
    '0X1F',
    '0B1',
    '1 000',
    '1:60',
    '0:30',
    '1:',
    ':1',
    '_1',
    '+',
    '--1',
    '1e3',
    '0xg',
  ])('%s is text', (text) => {
    expect(valueOf(text)).toBe(text);
  });

  test.each(['0b_', '0x_', '-0x_'])('%s looks like an integer and is refused', (text) => {
    expect(resolvePlain(text)).toBe('int');
    expect(valueOf(text)).toBeUndefined();
  });
});

describe('floats', () => {
  test.each<[string, unknown]>([
    ['1.0', new Float(1)],
    ['1.', new Float(1)],
    ['-1.5', -1.5],
    ['.5', 0.5],
    ['0.001', 0.001],
    ['1_0.2_5', 10.25],
    ['01.5', 1.5],
    ['1.0e+3', new Float(1000)],
    ['1.5E-3', 0.0015],
    ['1.e+2', new Float(100)],
    ['-0.0', new Float(-0)],
    ['1:30.5', 90.5],
    ['1:30.', new Float(90)],
    ['.inf', Infinity],
    ['+.INF', Infinity],
    ['-.Inf', -Infinity],
    ['.nan', NaN],
    ['.NaN', NaN],
  ])('%s is a float', (text, float) => {
    expect(valueOf(text)).toStrictEqual(float);
  });

  test.each([
    '1e3',
    '1E3',
    '1.0e3',
    '1.5E3',
    '.',
    '-.5',
    '+.5',
    '1.2.3',
    '.e+1',
    'inf',
    'nan',
    '.iNF',
    '+.nan',
  ])('%s is text', (text) => {
    expect(valueOf(text)).toBe(text);
  });
});

describe('dates', () => {
  test.each([
    '2024-02-29',
    '2000-01-01',
    '2024-1-1 1:00:00',
    '2024-01-01T00:00:00Z',
    '2024-01-01t23:59:59.999 +01:00',
    '2024-01-01 00:00:00  -5',
  ])('%s is a date, which no field takes', (text) => {
    expect(valueOf(text)).toBeInstanceOf(Foreign);
  });

  test.each(['2024-1-1', '24-01-01', '2024-01-01T', '2024-01-01 00:00', '2024/01/01', '2024-01-01x'])(
    '%s is text',
    (text) => {
      expect(valueOf(text)).toBe(text);
    },
  );

  test.each([
    '2024-02-30',
    '2023-02-29',
    '1900-02-29',
    '2024-13-01',
    '2024-00-10',
    '0000-01-01',
    '2024-01-00',
  ])('%s looks like a date and is refused', (text) => {
    expect(resolvePlain(text)).toBe('timestamp');
    expect(valueOf(text)).toBeUndefined();
  });
});

test.each(['abc', 'true ', 'yes!', '-', '--', 'a: b', '=x', '==', '<<x', '...', '1GB', '2..'])(
  '%j is text',
  (text) => {
    expect(valueOf(text)).toBe(text);
  },
);

test('a plain << is a merge key, and a plain = is refused', () => {
  expect(resolvePlain('<<')).toBe('merge');
  expect(resolvePlain('=')).toBe('value');
  expect(valueOf('=')).toBeUndefined();
});

describe('a scalar with a tag', () => {
  test.each<[ScalarTag, string, unknown]>([
    ['str', '1', '1'],
    ['null', 'anything', null],
    ['bool', 'yEs', true],
    ['bool', 'oFF', false],
    ['bool', 'y', undefined],
    ['int', ' 12 ', 12],
    ['int', '1:90', 150],
    ['int', '1.0', undefined],
    ['int', 'abc', undefined],
    ['int', '', undefined],
    ['float', '1', new Float(1)],
    ['float', '1e3', new Float(1000)],
    ['float', '1:30', new Float(90)],
    ['float', 'abc', undefined],
    ['float', ' +1.5\n', 1.5],
    ['float', '-infinity', -Infinity],
    ['float', '1_0:30', new Float(630)],
    ['int', '0o17', 15],
    ['int', '0b-11', -3],
    ['int', ' 010', 10],
    ['int', '1'.repeat(4301), undefined],
    ['timestamp', '2024-1-1', new Foreign('a date', 'yaml/timestamps')],
    ['timestamp', '2024-01-01 24:00:00', undefined],
    ['timestamp', '2024-01-01 00:00:00 +24', undefined],
    ['timestamp', 'abc', undefined],
  ])('!!%s %j is %o', (tag, text, value) => {
    expect(constructScalar(tag, text)).toStrictEqual(value);
  });
});

describe('text that is almost a number is told from one in linear time', () => {
  test.each<[ScalarTag, string]>([
    ['int', `1${' '.repeat(1_000_000)}x`],
    ['float', `1${' '.repeat(1_000_000)}x`],
    ['float', `${'1'.repeat(1_000_000)}x`],
  ])('!!%s %.5s…', (tag, text) => {
    const start = performance.now();
    expect(constructScalar(tag, text)).toBeUndefined();
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
