import { describe, expect, test } from 'vitest';
import { normalDuration } from './duration.ts';
import { normalMemory } from './memory.ts';
import { normalPort } from './port.ts';
import { normalRange, single } from './range.ts';
import { decimal } from '../document/decimal.ts';

describe('canonical text', () => {
  test.each([
    ['off', 'off'],
    [0, '0s'],
    [59, '59s'],
    [60, '1m'],
    [61, '61s'],
    [3_540, '59m'],
    [5_400, '90m'],
    [86_400, '1d'],
    [90_000, '25h'],
    [604_800, '1w'],
    [691_200, '8d'],
    [-1, '-1'],
    [-3_600, '-3600'],
  ] as const)('of the duration %j is %j', (duration, text) => {
    expect(normalDuration(duration)).toBe(text);
  });

  test.each([
    [8, '8GB'],
    [0.3, '0.3GB'],
    [1 / 1_024, '0.0009765625GB'],
    [1e-7, '0.0000001GB'],
    [-0.5, '-0.5GB'],
    [123_456.789, '123456.789GB'],
    [1_048_576, '1048576GB'],
  ])('of %j gigabytes is %j', (gigabytes, text) => {
    expect(normalMemory(gigabytes)).toBe(text);
  });

  test.each([1e-7, 1.5e-7, -1.25e-10, 0.1, 12.75, 2 ** 53 - 1])(
    'of %j has no exponent and reads back',
    (value) => {
      expect(decimal(value)).toMatch(/^-?\d+(?:\.\d+)?$/);
      expect(Number(decimal(value))).toBe(value);
    },
  );

  test.each([
    [single(2), '2'],
    [{ min: 2, max: null }, '2..'],
    [{ min: null, max: 0 }, '..0'],
    [{ min: -1, max: 2 }, '-1..2'],
  ])('of the range %j is %j', (range, text) => {
    expect(normalRange(range, String)).toBe(text);
  });

  test('has a star for a port whose local side is open', () => {
    expect(normalPort({ local: null, container: 80 })).toBe('*:80');
    expect(normalPort({ local: 22, container: 65_536 })).toBe('22:65536');
  });
});
