import { describe, expect, test } from 'vitest';
import { RandomSource, seedOf } from './source.ts';

describe('random decisions', () => {
  test('are the same for the same seed, on every machine', () => {
    const source = new RandomSource(1, 2);
    expect(Array.from({ length: 8 }, () => source.below(1_000))).toMatchInlineSnapshot(`
      [
        885,
        189,
        376,
        688,
        757,
        263,
        591,
        309,
      ]
    `);
  });

  test('are below their bound, and take every value below it', () => {
    const source = new RandomSource(3, 4);
    for (const bound of [1, 2, 7, 100]) {
      const seen = new Set(Array.from({ length: 2_000 }, () => source.below(bound)));
      expect([...seen].sort((left, right) => left - right)).toEqual(
        Array.from({ length: bound }, (_, index) => index),
      );
    }
  });

  test('take all values about equally often', () => {
    const source = new RandomSource(5, 6);
    const counts = [0, 0, 0, 0, 0];
    for (let draw = 0; draw < 50_000; draw += 1) {
      const at = source.below(5);
      counts[at] = (counts[at] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  });

  test('are random even for a seed of zeros', () => {
    const source = new RandomSource(0, 0);
    expect(new Set(Array.from({ length: 100 }, () => source.below(10))).size).toBe(10);
  });

  test('have nothing in common in cases with neighbouring numbers', () => {
    const seeds = Array.from({ length: 10_000 }, (_, index) => seedOf(1, index).join());
    expect(new Set(seeds).size).toBe(10_000);
    expect(seedOf(1, 2)).not.toEqual(seedOf(2, 1));
  });
});
