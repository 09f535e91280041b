import { describe, expect, it } from 'vitest';
import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import type { Outcome } from './outcome.ts';
import { count, emptyTally } from './tally.ts';
import { caseAbout } from '../testing/case-about.ts';

function tallyOf(outcome: Outcome, ...requirements: RequirementId[]) {
  const tally = emptyTally();
  count(tally, {
    test: caseAbout('json', ...requirements),
    outcome,
    received: { kind: 'nothing' },
    durationMs: 0,
  });
  return tally;
}

describe('count', () => {
  it('counts a crash as a documented failure, whatever the case is about', () => {
    const crash: Outcome = { kind: 'crash', exit: { code: 1, signal: null }, message: '' };
    expect(tallyOf(crash, 'yaml/tags')).toMatchObject({
      counts: { crash: 1 },
      failures: { documented: 1, observed: 0 },
    });
  });

  it('does not count a case that did not run as exercised', () => {
    expect(tallyOf({ kind: 'unsupported', reason: '' }, 'yaml/tags').exercised.size).toBe(0);
    expect(tallyOf({ kind: 'not-run', reason: '' }, 'yaml/tags').exercised.size).toBe(0);
    expect([...tallyOf({ kind: 'pass' }, 'yaml/tags').exercised]).toEqual(['yaml/tags']);
  });

  it('counts an unsupported case as observed if it has any observed requirement', () => {
    const unsupported: Outcome = { kind: 'unsupported', reason: '' };
    expect(tallyOf(unsupported, 'nodes/default').unsupported).toEqual({ documented: 1, observed: 0 });
    expect(tallyOf(unsupported, 'nodes/default', 'nodes/positive').unsupported).toEqual({
      documented: 0,
      observed: 1,
    });
  });
});
