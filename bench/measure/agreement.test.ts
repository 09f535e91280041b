import { describe, expect, test } from 'vitest';
import { agreementOf } from './agreement.ts';
import type { Explanation } from './explanation.ts';
import type { MeasuredRow } from './measured-row.ts';
import { describeAgreement } from './text.ts';

const ROWS: readonly MeasuredRow[] = [
  {
    id: 'a',
    topic: 't',
    yaml: 'a',
    data: undefined,
    verdict: 'accepted',
    normal: { nodes: 1, max_duration: 'off' },
  },
  {
    id: 'b',
    topic: 't',
    yaml: 'b',
    data: undefined,
    verdict: 'accepted',
    normal: { nodes: 2, max_duration: 'off' },
  },
  { id: 'c', topic: 't', yaml: 'c', data: undefined, verdict: 'crashed', stage: 'model-crash' },
];

const BY_VALUE: Explanation = {
  fields: ['normal/max_duration'],
  rows: undefined,
  values: { recorded: '"off"', received: '"3d"' },
  reason: 'the release has another default',
};

const BY_ROW: Explanation = {
  fields: ['verdict', 'stage'],
  rows: ['c'],
  values: undefined,
  reason: 'the row is wrong',
};

const REJECTED = { verdict: 'rejected', stage: 'model' } as const;

describe('the agreement of measurements', () => {
  test('counts differing rows by field', () => {
    const agreement = agreementOf(ROWS, [ROWS[0] ?? REJECTED, REJECTED, REJECTED], []);
    expect(agreement.equal).toBe(1);
    expect([...agreement.byField]).toEqual([
      ['verdict', 2],
      ['stage', 2],
    ]);
    expect(agreement.unexplained.map(({ row }) => row.id)).toEqual(['b', 'c']);
  });

  test('explains differences by their values or by their rows', () => {
    const later = { nodes: 1, max_duration: '3d' };
    const answers = [
      { verdict: 'accepted', normal: later },
      { verdict: 'accepted', normal: { ...later, nodes: 2 } },
      REJECTED,
    ] as const;
    const agreement = agreementOf(ROWS, answers, [BY_VALUE, BY_ROW]);
    expect(agreement.unexplained).toEqual([]);
    expect([...agreement.byExplanation.values()]).toEqual([2, 1]);
  });

  test('an explanation covers nothing but its own fields, values and rows', () => {
    const answers = [
      { verdict: 'accepted', normal: { nodes: 9, max_duration: '3d' } },
      { verdict: 'accepted', normal: { nodes: 2, max_duration: '2d' } },
      { ...REJECTED, paths: ['/a'] },
    ] as const;
    const { unexplained } = agreementOf(ROWS, answers, [BY_VALUE, BY_ROW]);
    expect(unexplained.map(({ differences }) => differences.map(({ field }) => field))).toEqual([
      ['normal/nodes'],
      ['normal/max_duration'],
      ['paths'],
    ]);
  });

  test('a stale explanation is told', () => {
    const agreement = agreementOf(ROWS, ROWS, [BY_ROW]);
    expect(describeAgreement('1.2.3', agreement)).toBe(
      [
        'dstack 1.2.3: 3 of 3 recorded measurements are equal in every field',
        'STALE: explains no row (verdict, stage): the row is wrong',
      ].join('\n'),
    );
  });

  test('the text shows what differs without an explanation', () => {
    const text = describeAgreement('1.2.3', agreementOf(ROWS.slice(2), [REJECTED], []));
    expect(text.split('\n')).toEqual([
      'dstack 1.2.3: 0 of 1 recorded measurements are equal in every field',
      '  0 of 1 agree in verdict',
      '  0 of 1 agree in stage',
      '  all agree in every other field',
      '1 row with a difference that nothing explains',
      '  c "c"',
      '    verdict: recorded "crashed", received "rejected"',
      '    stage: recorded "model-crash", received "model"',
    ]);
  });

  test('a row without an answer is an error', () => {
    expect(() => agreementOf(ROWS, [], [])).toThrow('a was not answered');
  });
});
