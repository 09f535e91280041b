import { describe, expect, it } from 'vitest';
import { isOutsized } from './outsized.ts';

function list(length: number): string[] {
  return Array.from({ length }, () => 'x');
}

describe('isOutsized', () => {
  it('is false for a value that is as large, or a few times as large', () => {
    expect(isOutsized({ commands: list(500) }, { commands: ['a'] })).toBe(false);
    expect(isOutsized({ commands: list(20_000) }, { commands: list(20_000) })).toBe(false);
    expect(isOutsized({ env: list(20_000).map((name) => ({ name })) }, { env: list(20_000) })).toBe(false);
  });

  it('is true for a value that no spelling could make so large', () => {
    expect(isOutsized({ commands: list(5000) }, { commands: ['a'] })).toBe(true);
    expect(isOutsized(Object.fromEntries(list(5000).entries()), {})).toBe(true);
  });

  it('accepts any depth', () => {
    let deep: unknown = null;
    for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
    expect(isOutsized(deep, {})).toBe(true);
  });
});
