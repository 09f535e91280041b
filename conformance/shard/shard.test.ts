import { describe, expect, it } from 'vitest';
import { suiteCases } from '../case/suite-cases.ts';
import { EDITION } from '../testing/edition.ts';
import { isInShard, parseShard, type Shard } from './shard.ts';

function shards(of: number): Shard[] {
  return Array.from({ length: of }, (_, index) => ({ index: index + 1, of }));
}

describe('a shard', () => {
  it.each([1, 2, 3, 4, 10])('of %i: every case belongs to exactly one', (of) => {
    for (const { id } of suiteCases(EDITION, 500))
      expect(shards(of).filter((shard) => isInShard(shard, id))).toHaveLength(1);
  });

  it.each([2, 4, 10])('of %i has about as many cases of each kind of input as any other', (of) => {
    const cases = suiteCases(EDITION, 2000);
    for (const kind of ['json', 'yaml']) {
      const all = cases.filter(({ input }) => input.kind === kind);
      for (const shard of shards(of)) {
        const its = all.filter(({ id }) => isInShard(shard, id)).length;
        expect(its).toBeGreaterThan((0.75 * all.length) / of);
        expect(its).toBeLessThan((1.25 * all.length) / of);
      }
    }
  });

  it('keeps its cases when the suite gets more of them', () => {
    const shard = { index: 2, of: 4 };
    const few = suiteCases(EDITION, 50).filter(({ id }) => isInShard(shard, id));
    const many = suiteCases(EDITION, 100).filter(({ id }) => isInShard(shard, id));
    expect(many.map(({ id }) => id)).toEqual(expect.arrayContaining(few.map(({ id }) => id)));
  });

  it('of one has everything', () => {
    for (const { id } of suiteCases(EDITION, 0)) expect(isInShard({ index: 1, of: 1 }, id)).toBe(true);
    expect(isInShard(undefined, 'ports/range/accept-1/json')).toBe(true);
  });

  it('is written as its number and their number', () => {
    expect(parseShard('2/4')).toEqual({ index: 2, of: 4 });
    expect(parseShard('1/1')).toEqual({ index: 1, of: 1 });
    expect(parseShard('1000/1000')).toEqual({ index: 1000, of: 1000 });
  });

  it.each(['', '2', '0/4', '5/4', '1/0', '-1/4', '1.5/4', '2/4 ', '1/1001', '2/4/6', '/4', '2/'])(
    'is not written as %j',
    (text) => {
      expect(parseShard(text)).toBeUndefined();
    },
  );
});
