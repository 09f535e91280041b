import { describe, expect, it } from 'vitest';
import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import { isGenerated } from '../case/generated-cases.ts';
import { suiteCases } from '../case/suite-cases.ts';
import { EDITION } from '../testing/edition.ts';
import { BaselineMatcher } from './baseline.ts';
import { baselineOf, CRASH, FAIL, isListed, PASS, result, updated } from '../testing/baselines.ts';
import { fewestRequirements, type PartGroup } from './fewest-requirements.ts';
import type { CaseResult, Difference, Outcome } from '../judge/outcome.ts';

const UNSUPPORTED: Outcome = { kind: 'unsupported', reason: '' };

/** Returns the failures that a baseline lists. */
function listedBy(text: string, results: readonly CaseResult[]): string[] {
  const matcher = new BaselineMatcher(baselineOf(text));
  return results.filter((each) => isListed(matcher, each)).map(({ test }) => test.id);
}

describe('BaselineUpdate', () => {
  it('lists the failures, keeps reasons and comments, and drops entries of cases that pass', () => {
    const before = baselineOf(
      '# ours\n- case: a\n  outcome: fail\n  reason: because\n  link: https://example.org\n# gone\n- case: c\n  outcome: fail\n  reason: fixed\n',
    );
    const results = [result('a', FAIL), result('b', CRASH), result('c', PASS)];
    const text = updated(before, results);
    expect(text).toContain('# ours');
    expect(text).not.toContain('fixed');
    expect(baselineOf(text).entries).toMatchObject([
      { target: { name: 'a' }, reason: 'because', link: 'https://example.org' },
      { target: { name: 'b' }, outcome: 'crash', reason: 'not explained yet' },
    ]);
    expect(listedBy(text, results)).toEqual(['a', 'b']);
  });

  it('writes a new file', () => {
    const results = [result('a', FAIL)];
    const text = updated(baselineOf(''), results);
    expect(text).toContain('# Known failures');
    expect(listedBy(text, results)).toEqual(['a']);
  });

  it('lists failing generated cases by as few requirements as possible, and all others by name', () => {
    const made = suiteCases(EDITION, 4).filter(isGenerated);
    function failing(index: number, ...requirements: readonly RequirementId[]): CaseResult {
      const test = made[index];
      if (test === undefined) throw new Error('nothing was generated');
      return { ...result('a', { ...FAIL, requirements }), test };
    }
    const results = [
      failing(0, 'memory/given', 'memory/terabytes'),
      failing(1, 'memory/terabytes', 'disk/size'),
      failing(2, 'nodes/default'),
      { ...failing(3), outcome: CRASH },
      result('b', FAIL),
    ];
    const text = updated(baselineOf(''), results);
    expect(baselineOf(text).entries.map(({ target, outcome }) => [target.name, outcome])).toEqual([
      ['memory/terabytes', 'fail'],
      ['nodes/default', 'fail'],
      [made[3]?.id, 'crash'],
      ['b', 'fail'],
    ]);
    expect(updated(baselineOf(text), results)).toBe(text);
  });

  it('lists unsupported cases after the failures, the generated ones by what they exercise', () => {
    const [one, other] = suiteCases(EDITION, 4).filter(isGenerated);
    if (one === undefined || other === undefined) throw new Error('nothing was generated');
    const results = [
      { ...result('', UNSUPPORTED), test: one },
      result('a', UNSUPPORTED),
      { ...result('', FAIL), test: other },
      result('b', CRASH),
    ];
    const text = updated(baselineOf(''), results);
    expect(baselineOf(text).entries.map(({ target, outcome }) => [target.name, outcome])).toEqual([
      ['ports/range', 'fail'],
      ['b', 'crash'],
      [one.requirements[0], 'unsupported'],
      ['a', 'unsupported'],
    ]);
    expect(updated(baselineOf(text), results)).toBe(text);
  });

  it('says what a case breaks, and lists it again if it breaks more', () => {
    const once = updated(baselineOf(''), [result('a', FAIL)]);
    expect(baselineOf(once).entries).toMatchObject([{ symptom: 'rejected-valid', breaks: ['ports/range'] }]);
    const more = [result('a', { ...FAIL, differences: [leftOut('nodes/default'), leftOut('env/default')] })];
    const text = updated(baselineOf(once), more);
    expect(baselineOf(text).entries).toMatchObject([
      { symptom: 'left-out', breaks: ['nodes/default', 'env/default'] },
    ]);
    expect(listedBy(text, more)).toEqual(['a']);
  });

  it('lists a failure that did not come a second time as flaky', () => {
    const results = [{ ...result('a', CRASH), nondeterministic: 'pass' }];
    const text = updated(baselineOf(''), results);
    expect(baselineOf(text).entries).toMatchObject([
      { target: { name: 'a' }, outcome: 'crash', flaky: true },
    ]);
    expect(updated(baselineOf(text), [result('a', PASS)])).toBe(text);
  });

  it('leaves out an entry that later ones make needless', () => {
    const groups = [
      ['a/1', 'b/1'],
      ['b/1', 'c/1'],
      ['a/1', 'd/1'],
    ].map((ids) => groupOf(ids));
    const few = fewestRequirements([...groups, groupOf(['b/1']), groupOf(['a/1'])], new Map());
    expect([...few].sort()).toEqual(['a/1', 'b/1']);
    const chain = [groupOf(['x', 'l'], 3), groupOf(['x', 'r'], 3), groupOf(['l'], 2), groupOf(['r'], 2)];
    expect(
      [
        ...fewestRequirements(
          chain,
          new Map([
            ['l', 9],
            ['r', 9],
          ]),
        ),
      ].sort(),
    ).toEqual(['l', 'r']);
  });

  it('changes nothing the second time', () => {
    const results = [result('a', FAIL), result('b', CRASH)];
    const once = updated(baselineOf(''), results);
    expect(updated(baselineOf(once), results)).toBe(once);
  });
});

function leftOut(requirement: RequirementId): Difference {
  const value = { path: '/x', expected: '1', received: undefined } as const;
  return { kind: 'left-out', ...value, level: 'documented', requirements: [requirement] };
}

function groupOf(ids: readonly string[], count = 1): PartGroup {
  return { part: { symptom: 'wrong-value', requirements: ids as RequirementId[] }, count };
}
