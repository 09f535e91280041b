import { describe, expect, test } from 'vitest';
import { NO_CHOICES, RecordingSource, ReplaySource, type Span } from './choices.ts';
import { RandomSource } from './source.ts';
import { decide, recorded } from '../testing/decisions.ts';

describe('recorded decisions', () => {
  test('make the same value again when they are replayed', () => {
    for (let low = 1; low < 50; low += 1) {
      const { drawn, choices } = recorded(low);
      expect(decide(new ReplaySource(choices))).toEqual(drawn);
    }
  });

  test('are 0 where none were recorded, and stay below smaller bounds', () => {
    expect(decide(new ReplaySource(NO_CHOICES))).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
    expect(new ReplaySource({ kind: 'part', numbers: [9], spans: [] }).below(4)).toBe(3);
  });

  test('report a span that was left more often than entered', () => {
    const source = new RecordingSource(new RandomSource(1, 1));
    expect(() => {
      source.leave();
    }).toThrow('left more often');
  });

  test('with a name go to the next span of that name, whatever other spans are entered', () => {
    const choices: Span = {
      kind: 'part',
      numbers: [],
      spans: [named('ports', 1), named('env', 2), named('ports', 3), { ...NO_CHOICES, numbers: [4] }],
    };
    const source = new ReplaySource(choices);
    const drawn = (['env', undefined, 'gpu', 'ports', 'ports', 'ports'] as const).map((name) => {
      source.enter('part', name);
      const number = source.below(10);
      source.leave();
      return number;
    });
    expect(drawn).toEqual([2, 4, 0, 1, 3, 0]);
  });
});

function named(name: string, number: number): Span {
  return { kind: 'part', name, numbers: [number], spans: [] };
}
