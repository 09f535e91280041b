import { describe, expect, it } from 'vitest';
import type { Answer } from '../protocol/protocol.ts';
import { goodCases } from '../testing/scripted.ts';
import { judge } from './judge.ts';
import { judgeOnce } from './judge-once.ts';

const [ONE, OTHER] = goodCases(2);
if (ONE === undefined || OTHER === undefined) throw new Error('there are no cases');

function rejection(message: string): Answer {
  const violations = [{ path: '/nodes', message }];
  return { kind: 'rejected', violations, json: JSON.stringify({ rejected: violations }) };
}

describe('judgeOnce', () => {
  it('gives the judgement again if the same bytes fail the same case', () => {
    const first = judgeOnce(ONE, rejection('one'));
    expect(first).toEqual(judge(ONE, rejection('one')));
    expect(judgeOnce(ONE, rejection('one'))).toBe(first);
  });

  it.each([
    ['other bytes', ONE, rejection('two')],
    ['another case', OTHER, rejection('one')],
    ['an answer that passes', ONE, { kind: 'same' } as const],
  ])('judges %s anew', (_, test, answer) => {
    judgeOnce(ONE, rejection('one'));
    expect(judgeOnce(test, answer)).toEqual(judge(test, answer));
  });
});
