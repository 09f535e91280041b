import { describe, expect, it } from 'vitest';
import { readBaseline, type Baseline } from './baseline-file.ts';
import { BaselineMatcher, updateBaseline } from './baseline.ts';
import { isGenerated } from '../case/generated-cases.ts';
import { suiteCases } from '../case/suite-cases.ts';
import type { CaseResult, Fail, Outcome } from '../judge/outcome.ts';
import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import { scriptedCase } from '../testing/scripted.ts';
import { EDITION } from '../testing/edition.ts';

const FAIL: Fail = {
  kind: 'fail',
  level: 'documented',
  message: '',
  requirements: ['ports/range'],
  differences: [],
};
const CRASH: Outcome = { kind: 'crash', exit: { code: 1, signal: null }, message: '' };
const PASS: Outcome = { kind: 'pass' };

function result(id: string, outcome: Outcome): CaseResult {
  return { test: scriptedCase(id), outcome, received: { kind: 'nothing' }, durationMs: 0 };
}

function baselineOf(text: string): Baseline {
  const reading = readBaseline('b.yaml', text);
  if (reading.kind === 'refused') throw new Error(reading.errors.join());
  return reading.baseline;
}

function check(text: string, results: readonly CaseResult[], others: readonly string[] = []) {
  const matcher = new BaselineMatcher(baselineOf(text));
  const listed = results.filter((each) => matcher.match(each) !== undefined).map(({ test }) => test.id);
  const corpus = [...results.map(({ test }) => test), ...others.map((id) => scriptedCase(id))];
  const stale = matcher.stale(corpus, results).map(({ entry, why }) => `${entry.line} ${why}`);
  return { listed, stale };
}

describe('BaselineMatcher', () => {
  it.each([
    ['- {case: a/1, outcome: fail, reason: x}', { listed: ['a/1'], stale: [] }],
    ['- {case: "a/*", outcome: fail, reason: x}', { listed: ['a/1', 'a/2'], stale: [] }],
    ['- {requirement: ports/range, outcome: fail, reason: x}', { listed: ['a/1', 'a/2'], stale: [] }],
    ['- {requirement: commands/list, outcome: crash, reason: x}', { listed: ['b'], stale: [] }],
    [
      '- {case: a/1, outcome: fail, reason: x}\n- {case: "a/*", outcome: fail, reason: x}',
      { listed: ['a/1', 'a/2'], stale: [] },
    ],
    [
      '- {case: "a/1*", outcome: fail, reason: x}\n- {requirement: ports/range, outcome: fail, reason: x}',
      { listed: ['a/1', 'a/2'], stale: [] },
    ],
    ['- {case: c, outcome: fail, reason: x}', { listed: [], stale: ['1 no longer fails'] }],
    ['- {case: b, outcome: fail, reason: x}', { listed: [], stale: ['1 no longer fails'] }],
    ['- {case: zzz, outcome: fail, reason: x}', { listed: [], stale: ['1 matches nothing'] }],
    ['- {case: a.1, outcome: fail, reason: x}', { listed: [], stale: ['1 matches nothing'] }],
    ['- {requirement: no/such, outcome: fail, reason: x}', { listed: [], stale: ['1 matches nothing'] }],
    ['- {case: elsewhere, outcome: fail, reason: x}', { listed: [], stale: [] }],
    ['- {case: not-run, outcome: fail, reason: x}', { listed: [], stale: [] }],
  ])('%s', (text, expected) => {
    const notRun: Outcome = { kind: 'not-run', reason: '' };
    const results = [
      result('a/1', FAIL),
      result('a/2', FAIL),
      result('b', CRASH),
      result('c', PASS),
      result('not-run', notRun),
    ];
    expect(check(text, results, ['elsewhere'])).toEqual(expected);
  });
});

describe('an entry about many cases', () => {
  const text = '- {requirement: commands/list, outcome: fail, reason: x}';

  it('is stale when all its cases that the program takes have passed', () => {
    expect(check(text, [result('a', PASS), result('b', PASS)]).stale).toEqual(['1 no longer fails']);
  });

  it.each([
    ['were not asked, as with --topic', [result('a', PASS)], ['b']],
    ['could not run', [result('a', PASS), result('b', { kind: 'not-run', reason: '' })], []],
  ])('is kept while some of its cases %s', (_name, results, others) => {
    expect(check(text, results, others).stale).toEqual([]);
    const corpus = ['a', 'b'].map((id) => scriptedCase(id));
    expect(updateBaseline(baselineOf(text), corpus, results)).toContain('commands/list');
  });
});

describe('updateBaseline', () => {
  function corpus(results: readonly CaseResult[]) {
    return results.map(({ test }) => test);
  }

  it('lists the failures, keeps reasons and comments, and drops entries of cases that pass', () => {
    const before = baselineOf(
      '# ours\n- case: a\n  outcome: fail\n  reason: because\n  link: https://example.org\n# gone\n- case: c\n  outcome: fail\n  reason: fixed\n',
    );
    const results = [result('a', FAIL), result('b', CRASH), result('c', PASS)];
    const text = updateBaseline(before, corpus(results), results);
    expect(text).toContain('# ours');
    expect(text).not.toContain('fixed');
    expect(baselineOf(text).entries).toMatchObject([
      { target: { name: 'a' }, reason: 'because', link: 'https://example.org' },
      { target: { name: 'b' }, outcome: 'crash', reason: 'not explained yet' },
    ]);
    expect(check(text, results)).toEqual({ listed: ['a', 'b'], stale: [] });
  });

  it('writes a new file', () => {
    const results = [result('a', FAIL)];
    const text = updateBaseline(baselineOf(''), corpus(results), results);
    expect(text).toContain('# Known failures');
    expect(check(text, results)).toEqual({ listed: ['a'], stale: [] });
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
    const text = updateBaseline(baselineOf(''), corpus(results), results);
    expect(baselineOf(text).entries.map(({ target, outcome }) => [target.name, outcome])).toEqual([
      ['memory/terabytes', 'fail'],
      ['nodes/default', 'fail'],
      [made[3]?.id, 'crash'],
      ['b', 'fail'],
    ]);
    expect(updateBaseline(baselineOf(text), corpus(results), results)).toBe(text);
  });

  it('changes nothing the second time', () => {
    const results = [result('a', FAIL), result('b', CRASH)];
    const once = updateBaseline(baselineOf(''), corpus(results), results);
    expect(updateBaseline(baselineOf(once), corpus(results), results)).toBe(once);
  });
});
