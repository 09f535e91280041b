import { describe, expect, test } from 'vitest';
import { NO_CHOICES, type Span } from './choices.ts';
import { isLighter, simplerChoices, weigh } from './simpler-choices.ts';
import { recorded } from '../testing/decisions.ts';

describe('simpler decisions', () => {
  test('come to an end: each step is lighter, and 0 everywhere is the lightest', () => {
    for (let low = 1; low < 20; low += 1) {
      let at = recorded(low).choices;
      for (let steps = 0; weigh(at).count > 0; steps += 1) {
        expect(steps).toBeLessThan(100);
        const lighter = [...simplerChoices(at)].filter((each) => isLighter(weigh(each), weigh(at)));
        expect(lighter.length).toBeGreaterThan(0);
        // The least bold step takes the longest.
        at = lighter.at(-1) ?? NO_CHOICES;
        if (steps > 30) at = lighter[0] ?? NO_CHOICES;
      }
      expect([...simplerChoices(at)].filter((each) => isLighter(weigh(each), weigh(at)))).toEqual([]);
    }
  });

  test('can lose any one item of a list', () => {
    const { choices } = recorded(7);
    const items = choices.spans[0]?.spans ?? [];
    const lists = [...simplerChoices(choices)].map((each) => each.spans[0]?.spans ?? []);
    for (const gone of items) {
      const rest = items.filter((item) => item !== gone);
      expect(lists).toContainEqual(rest);
    }
  });

  test('can lose half of a long list at once, in all spans that hold it', () => {
    const items: readonly Span[] = Array.from({ length: 9 }, (_, index) => {
      return { ...NO_CHOICES, kind: 'item', numbers: [index + 1] };
    });
    const list = { ...NO_CHOICES, spans: items };
    const lists = [...simplerChoices({ ...NO_CHOICES, spans: [list, list] })].map((each) =>
      each.spans.map(({ spans }) => spans.flatMap(({ numbers }) => numbers)),
    );
    for (const rest of [
      [5, 6, 7, 8, 9],
      [1, 2, 3, 4, 9],
      [1, 2, 3, 4, 5, 6, 7, 8],
      [3, 4, 5, 6, 7, 8, 9],
      [1, 2, 3, 4, 5, 6, 8, 9],
    ])
      expect(lists).toContainEqual([rest, rest]);
  });

  test('can lose a number together with the number that depended on it', () => {
    const numbers = [...simplerChoices({ ...NO_CHOICES, numbers: [1, 7, 5] })].map((each) => each.numbers);
    expect(numbers).toContainEqual([0, 5]);
  });

  test('approach a number from both sides', () => {
    const numbers = [...simplerChoices({ ...NO_CHOICES, numbers: [9] })].map(({ numbers: [first] }) => first);
    expect([...new Set(numbers)].sort()).toEqual([0, 1, 2, 4, 5, 7, 8]);
  });
});
