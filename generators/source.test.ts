import { describe, expect, test } from 'vitest';
import { NO_CHOICES, RecordingSource, ReplaySource, type Span } from './choices.ts';
import { isLighter, simplerChoices, weigh } from './simpler-choices.ts';
import { RandomSource, seedOf, type Source } from './source.ts';

/** A few decisions in nested spans. */
function decide(source: Source): number[] {
  const drawn = [source.below(10)];
  source.enter('part');
  for (let item = 0; item < 3; item += 1) {
    source.enter('item');
    drawn.push(source.below(1_000), source.below(2));
    source.leave();
  }
  source.leave();
  drawn.push(source.below(5));
  return drawn;
}

function recorded(low: number): { readonly drawn: number[]; readonly choices: Span } {
  const source = new RecordingSource(new RandomSource(low, 1));
  return { drawn: decide(source), choices: source.choices() };
}

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

  test('are below their bound, and all that is below comes up', () => {
    const source = new RandomSource(3, 4);
    for (const bound of [1, 2, 7, 100]) {
      const seen = new Set(Array.from({ length: 2_000 }, () => source.below(bound)));
      expect([...seen].sort((left, right) => left - right)).toEqual(
        Array.from({ length: bound }, (_, index) => index),
      );
    }
  });

  test('come up about equally often', () => {
    const source = new RandomSource(5, 6);
    const counts = [0, 0, 0, 0, 0];
    for (let draw = 0; draw < 50_000; draw += 1) {
      const at = source.below(5);
      counts[at] = (counts[at] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  });

  test('of a seed of zeros are decisions too', () => {
    const source = new RandomSource(0, 0);
    expect(new Set(Array.from({ length: 100 }, () => source.below(10))).size).toBe(10);
  });

  test('cases with neighbouring numbers have seeds that share nothing', () => {
    const seeds = Array.from({ length: 10_000 }, (_, index) => seedOf(1, index).join());
    expect(new Set(seeds).size).toBe(10_000);
    expect(seedOf(1, 2)).not.toEqual(seedOf(2, 1));
  });
});

describe('recorded decisions', () => {
  test('give the same when they are replayed', () => {
    for (let low = 1; low < 50; low += 1) {
      const { drawn, choices } = recorded(low);
      expect(decide(new ReplaySource(choices))).toEqual(drawn);
    }
  });

  test('are 0 where there are none, and stay below smaller bounds', () => {
    expect(decide(new ReplaySource(NO_CHOICES))).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
    expect(new ReplaySource({ kind: 'part', numbers: [9], spans: [] }).below(4)).toBe(3);
  });

  test('name a span that was left more often than entered', () => {
    const source = new RecordingSource(new RandomSource(1, 1));
    expect(() => {
      source.leave();
    }).toThrow('left more often');
  });
});

describe('simpler decisions', () => {
  test('end: each is lighter, as it is taken, and 0 everywhere is the lightest', () => {
    for (let low = 1; low < 20; low += 1) {
      let at = recorded(low).choices;
      for (let steps = 0; weigh(at).count > 0; steps += 1) {
        expect(steps).toBeLessThan(100);
        const lighter = [...simplerChoices(at)].filter((each) => isLighter(weigh(each), weigh(at)));
        expect(lighter.length).toBeGreaterThan(0);
        // The least bold one takes the longest.
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
});
