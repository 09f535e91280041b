import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wildcard } from './wildcard.ts';

describe('a pattern', () => {
  it.each([
    ['ports/range', 'ports/range', true],
    ['ports/range', 'ports/range/1', false],
    ['ports/*', 'ports/range/accepts/1', true],
    ['ports/*', 'ports', false],
    ['*', '', true],
    ['*/1', 'ports/range/1', true],
    ['a*a', 'a', false],
    ['a*a', 'aa', true],
    ['a*b*c', 'a-b-b-c', true],
    ['a*bc*c', 'a-bc', false],
    ['a**c', 'abc', true],
    ['a.c', 'abc', false],
  ])('%s against %s gives %s', (pattern, name, expected) => {
    expect(wildcard(pattern)(name)).toBe(expected);
  });

  it('matches what a regular expression of the same meaning matches', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '*', '.', '\n'), maxLength: 8 });
    fc.assert(
      fc.property(text, text, (pattern, name) => {
        const parts = pattern.split('*').map((part) => part.replaceAll('.', '\\.'));
        const expected = new RegExp(`^${parts.join('[^]*')}$`).test(name);
        expect(wildcard(pattern)(name)).toBe(expected);
      }),
    );
  });

  it('of many stars is refused without trying all ways to place them', () => {
    const matches = wildcard(`${'*a'.repeat(5000)}Z`);
    expect(matches('a'.repeat(100_000))).toBe(false);
  });
});
