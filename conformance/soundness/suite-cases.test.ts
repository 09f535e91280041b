import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { TestCase } from '../case/case.ts';
import { corpusDigest } from '../case/corpus-digest.ts';
import { isGenerated, testOf } from '../case/generated-cases.ts';
import { defectOf, describeDefect, Soundness, type SuiteDefect } from './suite-defect.ts';
import { SuiteCases } from '../case/suite-cases.ts';
import { EDITIONS } from '../editions/register.ts';
import { GENERATED_CASES } from '../../spec/full-run.ts';
import type { Outcome } from '../judge/outcome.ts';
import { EDITION } from '../testing/edition.ts';
import { sharedSuite } from '../testing/shared-suite.ts';

const PASS: Outcome = { kind: 'pass' };
const CRASH: Outcome = { kind: 'crash', exit: { code: 1, signal: null }, message: 'm' };

function resultOf(test: TestCase, outcome: Outcome) {
  return { test, outcome, received: { kind: 'nothing' }, durationMs: 1 } as const;
}

describe('the cases of a certificate', () => {
  it('mean the same to their construction, the reference and the measurements', { timeout: 300_000 }, () => {
    const defects = sharedSuite()
      .map(defectOf)
      .filter((each) => each !== undefined);
    expect(defects.slice(0, 3).map(describeDefect)).toEqual([]);
  });

  it.each(EDITIONS.slice(1))('of $id do so too', { timeout: 300_000 }, async ({ load }) => {
    const defects: SuiteDefect[] = [];
    for (const test of new SuiteCases(await load(), GENERATED_CASES)) {
      const defect = defectOf(test);
      if (defect !== undefined) defects.push(defect);
    }
    expect(defects.slice(0, 3).map(describeDefect)).toEqual([]);
  });
});

describe('the README', () => {
  it('shows the number of cases and their digest as they are today', () => {
    const cases = sharedSuite();
    const json = cases.filter(({ input }) => input.kind === 'json').length;
    const head = `${json} of ${cases.length} cases · corpus ${corpusDigest(cases).slice(0, 19)}`;
    expect(readFileSync('README.md', 'utf8')).toContain(head);
  });
});

describe('Soundness', () => {
  const [generated] = sharedSuite(1).filter(isGenerated);
  if (generated === undefined) throw new Error('nothing was generated');
  const right = generated;
  const wrong = testOf(EDITION, right.made, 'json', { kind: 'accepted', normal: '{}' });
  if (wrong === undefined) throw new Error('it has no JSON text');

  it('counts a failure of a sound case and goes on', () => {
    const soundness = new Soundness('known');
    expect(soundness.bears(resultOf(right, CRASH))).toBe(true);
    expect([...soundness.whileSound([right])]).toEqual([right]);
  });

  it('ends the run when a program fails a case that is wrong in the suite', () => {
    const soundness = new Soundness('known');
    const asked = soundness.whileSound([wrong, right]);
    expect(asked.next().value).toBe(wrong);
    expect(soundness.bears(resultOf(wrong, CRASH))).toBe(false);
    expect(asked.next().done).toBe(true);
    expect(soundness.defect).toMatchObject({ source: 'reference', test: wrong });
  });

  it('asks no case that is wrong in the suite, if no test has checked the cases', () => {
    const soundness = new Soundness('new');
    expect([...soundness.whileSound([right, wrong, right])]).toEqual([right]);
    expect(soundness.defect).toMatchObject({ source: 'reference', test: wrong });
  });

  it('does not check known cases again if they pass', () => {
    const soundness = new Soundness('known');
    expect(soundness.bears(resultOf(wrong, PASS))).toBe(true);
    expect(soundness.defect).toBeUndefined();
  });
});
