import { describe, expect, it } from 'vitest';
import type { CaseResult, Received } from '../judge/outcome.ts';
import { NORMAL, scriptedCase } from '../testing/scripted.ts';
import { Seal } from './seal.ts';

function passed(received: Received, more: Partial<CaseResult> = {}): CaseResult {
  return { test: scriptedCase('a'), outcome: { kind: 'pass' }, received, durationMs: 1, ...more };
}

function digestOf(...cases: CaseResult[]): string {
  const seal = new Seal();
  seal.add('{"event":"header"}');
  for (const result of cases) seal.addCase(result, 'line');
  return seal.finish('{"event":"footer"}').digest;
}

const SAME = passed({ kind: 'same' });

describe('Seal', () => {
  it('counts the lines before the footer', () => {
    const seal = new Seal();
    for (let count = 0; count < 70_000; count += 1) seal.add(`line ${count}`);
    expect(seal.finish('')).toMatchObject({ lines: 70_000 });
  });

  it('is the same for an answer that is known to be the expected one and for its text', () => {
    expect(digestOf(passed({ kind: 'result', json: `{"accepted":${NORMAL}}` }))).toBe(digestOf(SAME));
  });

  it.each<[string, CaseResult[]]>([
    ['another case', [passed({ kind: 'same' }, { test: scriptedCase('b') })]],
    ['another time', [passed({ kind: 'same' }, { durationMs: 2 })]],
    ['another answer', [passed({ kind: 'result', json: '{"accepted":{}}' })]],
    ['another outcome', [passed({ kind: 'same' }, { outcome: { kind: 'unsupported', reason: '' } })]],
    ['one case more', [SAME, SAME]],
    ['no case', []],
  ])('is another one for %s', (_, cases) => {
    expect(digestOf(...cases)).not.toBe(digestOf(SAME));
  });

  it('depends on the footer', () => {
    expect(new Seal().finish('a').digest).not.toBe(new Seal().finish('b').digest);
  });
});
