import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { integer, positiveInteger, seconds, seed, timeSpan } from './flag-values.ts';

const READERS = { seconds, timeSpan, integer, positiveInteger, seed };

const EMPTY_OR_NO_NUMBER = ['', ' ', '5 s', ' 5', '5\n', '-1', '+1', '1e3', '0x10', 'NaN', 'Infinity', '٣'];

describe.each(Object.entries(READERS))('%s', (_, read) => {
  it.each(EMPTY_OR_NO_NUMBER)('refuses %j', (text) => {
    expect(() => read(text)).toThrow(/^(?:a|at) /);
  });

  it('returns a finite number of zero or more, or names the valid values, for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{1,12}(?:\.\d{1,4})?[smh]?$/)), (text) => {
        let value = 0;
        try {
          value = read(text);
        } catch (error) {
          expect(error).toMatchObject({ code: 'commander.invalidArgument' });
        }
        expect(value).toBeGreaterThanOrEqual(0);
        expect(Number.isFinite(value)).toBe(true);
      }),
    );
  });
});

describe('a time span', () => {
  it.each([
    ['90', 90],
    ['60s', 60],
    ['0.5s', 0.5],
    ['5m', 300],
    ['1.5h', 5400],
    ['576h', 2_073_600],
  ])('%s is %d seconds', (text, value) => {
    expect(timeSpan(text)).toBe(value);
  });

  it.each(['0', '0s', '1d', '5M', 's', '1h30m', '.5s', '5.', '1234567s'])('refuses %s', (text) => {
    expect(() => timeSpan(text)).toThrow('a time is needed');
  });

  it('is never longer than a timer can wait', () => {
    expect(() => timeSpan('577h')).toThrow('at most 576h');
    expect(timeSpan('576h') * 1000).toBeLessThan(2 ** 31);
  });
});

describe('the edges', () => {
  it.each([
    ['seconds', seconds, '86400', 86_400, '86401'],
    ['seconds', seconds, '0.001', 0.001, '0'],
    ['integer', integer, '999999999', 999_999_999, '1000000000'],
    ['integer', integer, '0', 0, '1.5'],
    ['positiveInteger', positiveInteger, '1', 1, '0'],
    ['seed', seed, '4294967295', 4_294_967_295, '4294967296'],
    ['seed', seed, '0', 0, '12345678901'],
  ] as const)('%s: the last one that is taken, and the next that is not', (_, read, last, value, next) => {
    expect(read(last)).toBe(value);
    expect(() => read(next)).toThrow();
  });
});
