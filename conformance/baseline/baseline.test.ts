import { describe, expect, it } from 'vitest';
import { BaselineMatcher } from './baseline.ts';
import { baselineOf, CRASH, FAIL, isListed, PASS, result, updated } from '../testing/baselines.ts';
import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import type { CaseResult, Difference, Outcome } from '../judge/outcome.ts';
import { scriptedCase } from '../testing/scripted.ts';

function check(text: string, results: readonly CaseResult[], others: readonly string[] = [], isWhole = true) {
  const matcher = new BaselineMatcher(baselineOf(text));
  const listed = results.filter((each) => isListed(matcher, each)).map(({ test }) => test.id);
  for (const { test } of results) matcher.made(test);
  for (const id of others) matcher.made(scriptedCase(id));
  for (const each of results) matcher.settled(each);
  const stale = matcher.stale(isWhole).map(({ entry, why }) => `${entry.line} ${why}`);
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
    expect(updated(baselineOf(text), results, others)).toContain('commands/list');
  });

  it('is kept if the run did not go through the corpus, because it may be about the rest', () => {
    expect(check(text, [result('a', PASS)], [], false).stale).toEqual([]);
    const entries =
      '- {case: gone, outcome: fail, reason: x}\n- {case: "a*", outcome: fail, reason: x}\n- {case: a, outcome: fail, reason: x}';
    expect(check(entries, [result('a', PASS)], [], false).stale).toEqual(['3 no longer fails']);
  });
});

describe('an entry', () => {
  const two: Outcome = {
    ...FAIL,
    differences: [wrong('/ports', 'wrong', 'ports/range'), wrong('/nodes', 'left-out', 'nodes/default')],
  };

  it.each([
    [
      'that names one of two broken requirements',
      '- {requirement: ports/range, outcome: fail, reason: x}',
      [],
    ],
    [
      'for each of two broken requirements',
      '- {requirement: ports/range, outcome: fail, reason: x}\n- {requirement: nodes/default, outcome: fail, reason: x}',
      ['a'],
    ],
    [
      'for one of them, and one for the rest of the case',
      '- {requirement: ports/range, outcome: fail, reason: x}\n- {case: a, outcome: fail, breaks: [nodes/default], reason: x}',
      ['a'],
    ],
    [
      'for a case that breaks more than it says',
      '- {case: a, outcome: fail, breaks: [nodes/default], reason: x}',
      [],
    ],
    ['for a case, whatever it breaks', '- {case: a, outcome: fail, reason: x}', ['a']],
    [
      'for a case with one of its two symptoms',
      '- {case: a, outcome: fail, symptom: left-out, reason: x}',
      [],
    ],
    [
      'for each symptom',
      '- {case: a, outcome: fail, symptom: left-out, reason: x}\n- {requirement: ports/range, outcome: fail, symptom: wrong-value, reason: x}',
      ['a'],
    ],
    [
      'with another symptom',
      '- {case: a, outcome: fail, breaks: [nodes/default], reason: x}\n- {requirement: ports/range, outcome: fail, symptom: left-out, reason: x}',
      [],
    ],
  ])('%s', (_name, text, listed) => {
    expect(check(text, [result('a', two)]).listed).toEqual(listed);
  });

  it('that lists only a part is not stale, because that part still fails', () => {
    expect(check('- {requirement: ports/range, outcome: fail, reason: x}', [result('a', two)]).stale).toEqual(
      [],
    );
  });
});

describe('a flaky entry', () => {
  const text = '- {case: a, outcome: crash, flaky: true, reason: x}';

  it.each([
    ['lists its failure', text, CRASH, { listed: ['a'], stale: [] }],
    ['is not stale when it passes', text, PASS, { listed: [], stale: [] }],
    ['does not list another outcome', text, FAIL, { listed: [], stale: [] }],
    [
      'is stale if there is no such case',
      text.replace('case: a', 'case: gone'),
      PASS,
      { listed: [], stale: ['1 matches nothing'] },
    ],
  ])('%s', (_name, entry, outcome, expected) => {
    expect(check(entry, [result('a', outcome)])).toEqual(expected);
  });
});

function wrong(path: string, kind: Difference['kind'], requirement: RequirementId): Difference {
  return { kind, path, expected: '1', received: '2', level: 'documented', requirements: [requirement] };
}
