import { describe, expect, it } from 'vitest';
import { NO_COLORS } from '../../../reports/colors.ts';
import { emptyTally } from '../../judge/tally.ts';
import { caseAbout, crashOf, failureOf, wrongValues } from '../../testing/some-failure.ts';
import type { FuzzResult } from '../../fuzz/fuzz-options.ts';
import { fuzzJson, fuzzProgress, keyOf, renderFuzz, renderFuzzHead } from './text.ts';
import { EDITION } from '../../testing/edition.ts';

const TEST = caseAbout(['nodes/number']);
const CRASH = failureOf(crashOf(TEST), { count: 1234 });
const VALUE = failureOf(wrongValues(TEST, ['/nodes']), { count: 5 });
const HOSTILE = '\u001b[2J';

function resultWith(changes: Partial<FuzzResult> = {}): FuzzResult {
  return {
    edition: EDITION,
    seed: 42,
    grade: 'non-conformant',
    exitCode: 1,
    reasons: ['1 documented failure'],
    diagnosis: undefined,
    introduction: undefined,
    asked: 100,
    tally: emptyTally(),
    failures: [CRASH, VALUE],
    uncounted: 3,
    faults: [],
    notes: [],
    digest: `sha256:${'0123456789abcdef'.repeat(4)}`,
    defect: undefined,
    ms: 1234,
    ...changes,
  };
}

describe('the summary of a run', () => {
  it('has a line for each failure with its count and its file, and ends with the seed', () => {
    const files = new Map([[keyOf(VALUE), 'corpus/a.yaml']]);
    const lines = renderFuzz(resultWith(), files, NO_COLORS).split('\n');
    expect(lines.slice(0, 4)).toEqual([
      '   1234 × crash · nodes/number',
      '      5 × wrong-value at /nodes · nodes/number  corpus/a.yaml',
      'and 3 more failing cases that were not told apart',
      '',
    ]);
    expect(lines).toContain('100 cases in 1.2 s · sha256:0123456789ab');
    expect(lines).toContain('  because 1 documented failure');
    expect(lines.slice(-2)).toEqual(['seed 42', '']);
  });

  it('shows twenty faults at most', () => {
    const fault = { kind: 'crash', message: 'm', cases: [] } as const;
    const text = renderFuzz(
      resultWith({ faults: Array(50).fill(fault) as (typeof fault)[] }),
      new Map(),
      NO_COLORS,
    );
    expect(text.match(/outside of a single case/g)).toHaveLength(20);
  });

  it('escapes control characters of terminals', () => {
    const result = resultWith({
      reasons: [HOSTILE],
      notes: [HOSTILE],
      faults: [{ kind: 'crash', message: HOSTILE, cases: [] }],
      failures: [failureOf(wrongValues(TEST, [`/${HOSTILE}`]))],
    });
    const [failure = CRASH] = result.failures;
    expect(renderFuzz(result, new Map([[keyOf(failure), HOSTILE]]), NO_COLORS)).not.toContain('\u001b');
  });

  it('has all keys in its version for machines', () => {
    const json = fuzzJson(resultWith(), new Map([[keyOf(VALUE), 'corpus/a.yaml']]));
    expect(Object.values(json)).not.toContain(undefined);
    expect(json).toMatchObject({
      seed: 42,
      cases: 100,
      seconds: 1.234,
      failures: [
        { kind: 'crash', count: 1234, find: null },
        { kind: 'wrong-value', count: 5, find: 'corpus/a.yaml' },
      ],
    });
  });
});

describe('the key of a failure', () => {
  it('differs for two failures of one document, and for two documents', () => {
    const other = failureOf(crashOf(caseAbout(['ports/range'])));
    expect(new Set([CRASH, VALUE, other].map(keyOf)).size).toBe(3);
  });
});

describe('the texts of a running run', () => {
  it('the head names the program and the number of finds that are asked first', () => {
    const introduction = {
      name: HOSTILE,
      version: '1',
      language: 'Go',
      inputs: ['json'],
      window: 1,
    } as const;
    expect(renderFuzzHead(introduction, 2, NO_COLORS)).toBe(
      '\\u001b[2J 1 (Go) · json · 2 saved finds first\n\n',
    );
    expect(renderFuzzHead({ ...introduction, version: null, language: null }, 0, NO_COLORS)).toBe(
      '\\u001b[2J · json\n\n',
    );
  });

  it('the progress line shows how many cases were asked', () => {
    const line = fuzzProgress({
      edition: EDITION,
      asked: 9,
      failed: 2,
      found: 1,
      startedAt: performance.now(),
      tally: emptyTally(),
    });
    expect(line).toMatch(/^9 cases · \d+\/s · 2 failed, 1 told apart · 0 of \d+ requirements$/);
  });
});
