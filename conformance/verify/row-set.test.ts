import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RowSet } from './row-set.ts';

describe('RowSet', () => {
  it('holds exactly the numbers that were added', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(200_000)), fc.array(fc.nat(200_000)), (added, others) => {
        const rows = new RowSet();
        for (const number of added) rows.add(number);
        for (const number of [...added, ...others]) expect(rows.has(number)).toBe(added.includes(number));
      }),
    );
  });
});
