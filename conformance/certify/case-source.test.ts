import { describe, expect, it } from 'vitest';
import { corpusDigest } from '../case/corpus-digest.ts';
import type { TestCase } from '../case/case.ts';
import type { CaseResult, Outcome } from '../judge/outcome.ts';
import { goodCases, scriptedCase } from '../testing/scripted.ts';
import { CaseSource } from './case-source.ts';

const CASES = goodCases(3000);
const PASS: Outcome = { kind: 'pass' };
const NOT_RUN: Outcome = { kind: 'not-run', reason: '' };

function resultOf(test: TestCase, outcome = PASS): CaseResult {
  return { test, outcome, received: { kind: 'nothing' }, durationMs: 0 };
}

/** Returns a source of these cases that takes JSON, and the cases that it has made. */
function sourceOf(cases: readonly TestCase[], finds: readonly TestCase[] = []) {
  const made: TestCase[] = [];
  const source = new CaseSource({ cases, finds }, ['json'], (test) => made.push(test));
  return { source, made };
}

/** Takes and settles this many cases. */
function run(source: CaseSource, count: number): TestCase[] {
  return Array.from({ length: count }, () => {
    const test = source.take();
    if (test === undefined) throw new Error('there are no more cases');
    source.settle(resultOf(test));
    return test;
  });
}

function asYaml(test: TestCase): TestCase {
  return { ...test, input: { kind: 'yaml', text: test.input.text } };
}

describe('CaseSource', () => {
  it('makes a case only when it is taken, and forgets it when it is settled', () => {
    const { source, made } = sourceOf(CASES);
    expect(made).toEqual([]);
    const taken = [source.take(), source.take()];
    expect(made).toEqual(CASES.slice(0, 2));
    expect(taken).toEqual(made);
    expect(source.open).toBe(2);
    for (const test of made) source.settle(resultOf(test));
    expect(source.open).toBe(0);
  });

  it('gives the finds first, which are no part of the corpus', () => {
    const find = scriptedCase('c/find');
    const { source } = sourceOf(CASES.slice(0, 2), [find]);
    expect([...source]).toEqual([find, ...CASES.slice(0, 2)]);
    expect(source.finish(false)).toEqual({
      cases: 2,
      digest: corpusDigest(CASES.slice(0, 2)),
      whole: true,
    });
  });

  it('lets the others have their turn while it looks for a case, and goes on when it is asked again', () => {
    const { source } = sourceOf([...CASES.slice(0, 250).map(asYaml), ...CASES.slice(250, 251)]);
    expect([...source]).toEqual([undefined, undefined, CASES[250]]);
  });

  it('gives up after twenty thousand cases that are not asked', () => {
    const { source, made } = sourceOf([...CASES.slice(0, 1), ...goodCases(30_000).map(asYaml)]);
    expect([...source].filter((test) => test !== undefined)).toEqual(CASES.slice(0, 1));
    expect(made).toHaveLength(20_001);
    expect(source.finish(false)).toMatchObject({ cases: 20_001, whole: false });
  });
});

describe('the end of a run', () => {
  it('leaves nothing of a corpus that was gone through', () => {
    const { source } = sourceOf(CASES);
    run(source, CASES.length);
    expect([...source.left(false)]).toEqual([]);
    expect(source.finish(false)).toEqual({ cases: 3000, digest: corpusDigest(CASES), whole: true });
  });

  it('that was stopped leaves the open cases and those that come soon, and makes no others', () => {
    const { source, made } = sourceOf(CASES);
    const [first] = run(source, 3).slice(-1);
    const open = [source.take(), source.take()];
    expect(first).toBe(CASES[2]);
    expect(open).toEqual(CASES.slice(3, 5));
    const left: TestCase[] = [];
    for (const test of source.left(true)) {
      source.settle(resultOf(test, NOT_RUN));
      left.push(test);
    }
    expect(left).toEqual(CASES.slice(3, 1003));
    expect(source.finish(true)).toEqual({
      cases: 1003,
      digest: corpusDigest(CASES.slice(0, 1003)),
      whole: false,
    });
    expect(made.length).toBeLessThanOrEqual(1004);
  });

  it('says the same when the log of a stopped run is read, whatever else was made meanwhile', () => {
    const few = CASES.map((test, index) => (index % 7 === 0 ? test : asYaml(test)));
    const { source: asked } = sourceOf(few);
    run(asked, 100);
    asked.take();
    let lines = 0;
    for (const test of asked.left(true)) {
      asked.settle(resultOf(test, NOT_RUN));
      lines += 1;
    }
    const { source: read } = sourceOf(few);
    run(read, 100);
    for (let line = 0; line < lines; line += 1) {
      const test = read.take();
      if (test !== undefined) read.settle(resultOf(test, NOT_RUN));
    }
    expect(lines).toBeGreaterThan(100);
    expect([...read.left(true)]).toEqual([]);
    expect(read.finish(true)).toEqual(asked.finish(true));
  });
});
