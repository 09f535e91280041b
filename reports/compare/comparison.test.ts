import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CaseTable } from './case-table.ts';
import type { Comparison } from './comparison.ts';
import {
  both,
  compared,
  comparedWell,
  NOT_RUN,
  PASS,
  UNSUPPORTED,
  WRONG_NODES,
  WRONG_PORTS,
  type SomeCases,
} from './testing/compared.ts';

function comparison(before: SomeCases, now: SomeCases): Comparison {
  const [only, ...others] = comparedWell([before, now]).comparisons;
  if (only === undefined || others.length > 0) throw new Error('there must be one comparison');
  return only;
}

describe('a case', () => {
  const nothing = { broken: 0, 'newly-unsupported': 0, changed: 0, 'still-failing': 0, fixed: 0 };
  it.each([
    ['that passes in both runs is the same', PASS, PASS, {}, 0],
    ['that passes no more is broken', PASS, WRONG_NODES, { broken: 1 }, 1],
    ['that passes now is fixed', WRONG_NODES, PASS, { fixed: 1 }, 0],
    ['that was unsupported and passes is fixed', UNSUPPORTED, PASS, { fixed: 1 }, 0],
    ['that fails as before is still failing', WRONG_NODES, WRONG_NODES, { 'still-failing': 1 }, 0],
    ['that fails in another way has changed', WRONG_NODES, WRONG_PORTS, { changed: 1 }, 0],
    ['that fails about documented behaviour now is worse', WRONG_PORTS, WRONG_NODES, { changed: 1 }, 1],
    ['that passed and is unsupported is worse', PASS, UNSUPPORTED, { 'newly-unsupported': 1 }, 1],
    ['that failed and is unsupported is not', WRONG_NODES, UNSUPPORTED, { 'newly-unsupported': 1 }, 0],
    ['that is unsupported in both runs is the same', UNSUPPORTED, UNSUPPORTED, {}, 0],
    ['that was unsupported and fails has changed', UNSUPPORTED, WRONG_NODES, { changed: 1 }, 0],
    [
      'that crashes where it failed has changed',
      WRONG_NODES,
      { ...WRONG_NODES, outcome: 'crash' as const },
      { changed: 1 },
      0,
    ],
  ])('%s', (_, before, now, counts, worse) => {
    const found = comparison({ a: before }, { a: now });
    expect(found.counts).toEqual({ ...nothing, ...counts });
    expect(found.worse).toBe(worse);
    expect(found.common).toBe(1);
  });

  it('counts only if both runs asked it', () => {
    const found = comparison(
      { a: PASS, b: PASS, c: WRONG_NODES, d: NOT_RUN, e: PASS },
      { b: PASS, d: WRONG_NODES, e: NOT_RUN, f: WRONG_NODES },
    );
    expect(found).toMatchObject({ common: 1, onlyBefore: 3, onlyNow: 2, same: 1, worse: 0 });
    expect(found.groups).toEqual([]);
  });
});

describe('causes and requirements', () => {
  it('tell a mended and a broken default apart in cases that fail all the time', () => {
    const { groups, requirements } = comparison(
      { a: WRONG_PORTS, b: WRONG_PORTS, c: PASS },
      { a: WRONG_NODES, b: PASS, c: WRONG_NODES },
    );
    const shown = groups.map(({ kind, cause, count }) => [kind, cause?.requirement, count]);
    expect(shown).toEqual([
      ['broken', 'nodes/default', 2],
      ['fixed', 'ports/range', 2],
    ]);
    expect(requirements.map(({ id, counts: { broken, fixed } }) => [id, broken, fixed])).toEqual([
      ['nodes/default', 2, 0],
      ['ports/range', 0, 2],
    ]);
  });

  it('are still failing where one of two causes is gone', () => {
    const { groups } = comparison({ a: both(WRONG_NODES, WRONG_PORTS) }, { a: WRONG_NODES });
    expect(groups.map(({ kind, cause }) => [kind, cause?.requirement])).toEqual([
      ['still-failing', 'nodes/default'],
      ['fixed', 'ports/range'],
    ]);
  });

  it('name the cases with the shortest documents', () => {
    const input = { kind: 'json', text: '{}' } as const;
    const { groups } = comparison(
      { long: PASS, short: { ...PASS, input } },
      { long: WRONG_NODES, short: { ...WRONG_NODES, input } },
    );
    expect(groups[0]?.cases).toEqual(['short', 'long']);
  });
});

describe('several runs', () => {
  const runs = [{ a: WRONG_NODES }, { a: PASS }, { a: WRONG_PORTS }];

  it('are each compared with the first', () => {
    const pairs = comparedWell(runs).comparisons;
    expect(pairs.map(({ before, now }) => [before.name, now.name])).toEqual([
      ['1.log', '2.log'],
      ['1.log', '3.log'],
    ]);
    expect(pairs.map(({ worse }) => worse)).toEqual([0, 0]);
  });

  it('are each compared with the one before over time', () => {
    const pairs = comparedWell(runs, [], 'with-previous').comparisons;
    expect(pairs.map(({ before, now }) => [before.name, now.name])).toEqual([
      ['1.log', '2.log'],
      ['2.log', '3.log'],
    ]);
    expect(pairs.map(({ worse }) => worse)).toEqual([0, 1]);
  });

  it('have a matrix of the requirements whose states differ', () => {
    expect(comparedWell(runs).matrix).toEqual([
      { id: 'nodes/default', states: ['failed', 'passed', 'not-exercised'] },
      { id: 'ports/range', states: ['not-exercised', 'not-exercised', 'failed'] },
    ]);
  });
});

describe('runs can not be compared', () => {
  it.each([
    [
      'if they are about other editions',
      [{ a: PASS }, { a: PASS }],
      [{}, { spec: 'another/task' }],
      'another/task',
    ],
    [
      'if one judged verdicts alone',
      [{ a: PASS }, { a: PASS }],
      [{}, { answers: 'verdicts' as const }],
      'verdicts',
    ],
    ['if no case was asked in both', [{ a: PASS }, { b: PASS }], [], 'no case'],
  ])('%s', (_, runs, headers, why) => {
    const report = compared(runs, headers);
    expect(report).toMatchObject({ kind: 'not-comparable' });
    expect(JSON.stringify(report)).toContain(why);
  });
});

describe('a table of cases', () => {
  it('gives each id a row of its own, and gives it back', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 3000 }), (ids) => {
        const table = new CaseTable();
        const rows = new Map(ids.map((id) => [id, table.rowOf(id, id.length)] as const));
        expect(table.length).toBe(rows.size);
        for (const [id, row] of rows) {
          expect(table.rowOf(id, 0)).toBe(row);
          expect(table.idAt(row)).toBe(id);
          expect(table.sizeAt(row)).toBe(id.length);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('holds a hundred thousand ids', () => {
    const table = new CaseTable();
    for (let at = 0; at < 100_000; at += 1) table.rowOf(`g/${at.toString(16)}/json`, at);
    expect(table.length).toBe(100_000);
    expect(table.rowOf('g/1869f/json', 0)).toBe(99_999);
    expect(table.idAt(99_999)).toBe('g/1869f/json');
  });
});
