import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shrink, type ShrinkBudget } from './shrink.ts';

const ENDLESS: ShrinkBudget = { tries: Infinity, isOver: () => false };

/** Shrinks a list of numbers that fails if `fails` says so. Each step removes an item or makes one smaller. */
async function shrinkList(
  start: readonly number[],
  fails: (list: readonly number[]) => boolean,
  budget: ShrinkBudget = ENDLESS,
) {
  const tried: (readonly number[])[] = [];
  const shrunk = await shrink(
    start,
    'start',
    simpler,
    (list) => {
      tried.push(list);
      return Promise.resolve(fails(list) ? JSON.stringify(list) : undefined);
    },
    budget,
  );
  return { ...shrunk, tried };
}

function hasOneFrom(bad: number, list: readonly number[]): boolean {
  return list.some((item) => item >= bad);
}

function* simpler(list: readonly number[]): Generator<readonly number[]> {
  if (list.length > 1) yield [];
  for (const index of list.keys()) yield list.toSpliced(index, 1);
  for (const [index, item] of list.entries()) if (item > 0) yield list.with(index, item - 1);
}

describe('shrinking', () => {
  it('ends at a failing value of which nothing simpler fails', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(9), { minLength: 1, maxLength: 6 }), fc.nat(9), async (list, bad) => {
        const start = [...list, bad];
        const { smallest, proof, finished } = await shrinkList(start, (each) => hasOneFrom(bad, each));
        expect([smallest, finished]).toEqual([[bad], true]);
        expect(['start', JSON.stringify(smallest)]).toContain(proof);
        expect([...simpler(smallest)].some((each) => hasOneFrom(bad, each))).toBe(false);
      }),
    );
  });

  it('takes the first failing candidate, and begins again with that one', async () => {
    const { tried } = await shrinkList([1, 2], (list) => list.includes(2));
    expect(tried).toEqual([[], [2], [], [1]]);
  });

  it('returns the start with its proof if nothing simpler fails', async () => {
    const { smallest, proof, finished, tries } = await shrinkList([1, 1], () => false);
    expect([smallest, proof, finished, tries]).toEqual([[1, 1], 'start', true, 5]);
  });

  it('tries only as often as it may, and returns the best so far', async () => {
    const budget = { ...ENDLESS, tries: 4 };
    const { smallest, finished, tries, tried } = await shrinkList(
      [5, 5, 5],
      (list) => list.length > 0,
      budget,
    );
    expect([smallest, finished, tries, tried.length]).toEqual([[5], false, 4, 4]);
  });

  it('tries nothing without a budget', async () => {
    const { smallest, finished, tried } = await shrinkList([5], () => true, { ...ENDLESS, tries: 0 });
    expect([smallest, finished, tried]).toEqual([[5], false, []]);
  });

  it('stops when its time is over', async () => {
    let left = 3;
    const budget = { ...ENDLESS, isOver: () => (left -= 1) < 0 };
    const { finished, tried } = await shrinkList([9, 9], (list) => list.length > 0, budget);
    expect([finished, tried.length]).toEqual([false, 3]);
  });

  it('passes the best so far with each question', async () => {
    const bests: (readonly number[])[] = [];
    await shrink(
      [1, 1],
      true,
      simpler,
      (list, best) => {
        bests.push(best);
        return Promise.resolve(list.length > 0 ? true : undefined);
      },
      ENDLESS,
    );
    expect(bests[0]).toEqual([1, 1]);
    expect(bests.at(-1)).toEqual([0]);
  });
});
