import { describe, expect, test } from 'vitest';
import { NO_CHOICES, ReplaySource } from './choices.ts';
import { oneOf, oneOfTheFirst, rarely, shuffled } from './choose.ts';
import { RandomSource } from './source.ts';

const POOL = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const;

describe('the simplest decision', () => {
  test('takes the first of a pool, makes nothing rare, and moves nothing', () => {
    const zeros = new ReplaySource(NO_CHOICES);
    expect([oneOf(zeros, POOL), oneOfTheFirst(zeros, POOL), rarely(zeros, 2)]).toEqual(['a', 'a', false]);
    expect(shuffled(zeros, POOL)).toEqual(POOL);
  });
});

describe('random decisions', () => {
  test('take every value of a pool, and the first four more often', () => {
    const source = new RandomSource(1, 2);
    const drawn = Array.from({ length: 8_000 }, () => oneOfTheFirst(source, POOL));
    expect(new Set(drawn).size).toBe(POOL.length);
    expect(drawn.filter((each) => each <= 'd').length).toBeGreaterThan(5_500);
    const fromFew = Array.from({ length: 100 }, () => oneOfTheFirst(source, ['x', 'y']));
    expect(new Set(fromFew).size).toBe(2);
  });

  test('bring a few values into every order and lose none', () => {
    const source = new RandomSource(3, 4);
    const orders = Array.from({ length: 600 }, () => shuffled(source, ['1', '2', '3']).join(''));
    expect(new Set(orders)).toEqual(new Set(['123', '132', '213', '231', '312', '321']));
  });
});
