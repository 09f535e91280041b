import { describe, expect, it } from 'vitest';
import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import { isGenerated } from '../case/generated-cases.ts';
import { suiteCases } from '../case/suite-cases.ts';
import { EDITION } from '../testing/edition.ts';
import { BaselineMatcher } from './baseline.ts';
import { baselineOf, CRASH, FAIL, PASS, result, updated } from '../testing/baselines.ts';
import type { CaseResult, Outcome } from '../judge/outcome.ts';

const UNSUPPORTED: Outcome = { kind: 'unsupported', reason: '' };

/** Returns the failures that a baseline lists. */
function listedBy(text: string, results: readonly CaseResult[]): string[] {
  const matcher = new BaselineMatcher(baselineOf(text));
  return results.filter((each) => matcher.match(each) !== undefined).map(({ test }) => test.id);
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

  it('changes nothing the second time', () => {
    const results = [result('a', FAIL), result('b', CRASH)];
    const once = updated(baselineOf(''), results);
    expect(updated(baselineOf(once), results)).toBe(once);
  });
});
