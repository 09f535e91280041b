import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryOf } from '../choices/arbitrary.ts';
import { NO_CHOICES, RecordingSource, ReplaySource, type Span } from '../choices/choices.ts';
import { Pen } from '../choices/pen.ts';
import { RandomSource } from '../choices/source.ts';
import { drawList, drawLongList } from './list.ts';

const lists = arbitraryOf((source) => {
  const pen = new Pen(source);
  return drawList(pen, 0, () => source.below(10));
});

function lengthsOf(count: number): ReadonlyMap<number, number> {
  const lengths = new Map<number, number>();
  for (const { length } of fc.sample(lists, { seed: 1, numRuns: count })) {
    lengths.set(length, (lengths.get(length) ?? 0) + 1);
  }
  return lengths;
}

describe('a list', () => {
  test('usually has one to three items, and rarely 100, 1,000 or 1,025', () => {
    const lengths = lengthsOf(60_000);
    const usual = [0, 1, 2, 3].map((length) => lengths.get(length) ?? 0);
    expect(usual.reduce((left, right) => left + right)).toBeGreaterThan(40_000);
    expect(lengths.get(11)).toBeGreaterThan(20);
    expect(lengths.get(100)).toBeGreaterThan(20);
    expect(lengths.get(1_000)).toBeGreaterThan(3);
    expect(lengths.get(1_025)).toBeGreaterThan(3);
    const long = [...lengths.keys()].filter((length) => length > 41);
    expect(long.toSorted((left, right) => left - right)).toEqual([100, 1_000, 1_025]);
  });

  test('shrinks to the items that matter, however long it was', () => {
    const property = fc.property(lists, (items) => items.length < 50 || !items.includes(7));
    const { counterexample } = fc.check(property, { seed: 2, numRuns: 60_000 });
    expect(counterexample?.[0]).toHaveLength(50);
    expect(counterexample?.[0].filter((item) => item !== 0)).toEqual([7]);
  });

  test('loses the items whose decisions are removed, even if its length is fixed', () => {
    const source = new RecordingSource(new RandomSource(1, 2));
    const items = drawLongList(new Pen(source), () => source.below(10));
    expect([11, 100, 1_000, 1_025]).toContain(items.length);
    const [part = NO_CHOICES] = source.choices().spans;
    const shorter: Span = { ...NO_CHOICES, spans: [{ ...part, spans: part.spans.slice(0, 3) }] };
    const replay = new ReplaySource(shorter);
    expect(drawLongList(new Pen(replay), () => replay.below(10))).toEqual(items.slice(0, 3));
  });
});
