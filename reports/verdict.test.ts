import { expect, it } from 'vitest';
import type { LogLine } from '../spec/generated/event-log.ts';
import { summarize, Summarizer } from './summary.ts';
import { caseLine, footerLine, headerLine } from './testing/lines.ts';

const FULL = headerLine({ corpus: { generated: 10_000, finds: 0 } });

function withheldIn(...lines: LogLine[]): string | undefined {
  return summarize(lines).withheld;
}

it('lets the grade of a full run be shown', () => {
  expect(withheldIn(FULL, caseLine({}), footerLine({}))).toBeUndefined();
  expect(
    withheldIn(FULL, caseLine({}), footerLine({ grade: 'non-conformant', exitCode: 1 })),
  ).toBeUndefined();
});

it('withholds the grade of a run that shows less than a full one', () => {
  const cut = footerLine({ corpus: { cases: 3, digest: 'sha256:0', whole: false } });
  expect(withheldIn()).toBe('no-end');
  expect(withheldIn(FULL, caseLine({}))).toBe('no-end');
  expect(withheldIn({ ...FULL, filter: '--topic ports' }, footerLine({}))).toBe('filtered');
  expect(withheldIn(FULL, footerLine({ interrupted: true }))).toBe('interrupted');
  expect(withheldIn(FULL, cut)).toBe('cut');
  expect(withheldIn(headerLine({ corpus: { generated: 9_999, finds: 3 } }), footerLine({}))).toBe(
    'shortened',
  );
  expect(withheldIn(headerLine({ corpus: { generated: null, finds: 3 } }), footerLine({}))).toBe('shortened');
});

it('withholds the grade of a log that is not what the suite writes', () => {
  const summarizer = new Summarizer();
  for (const line of [FULL, footerLine({})]) summarizer.add(line);
  expect(summarizer.summary({ count: 1, kept: ['line 3 is no event'] }).withheld).toBe('unsound');
  expect(summarizer.summary({ count: 0, kept: [] }).withheld).toBeUndefined();
});

it('grades a log without an end as incomplete', () => {
  expect(summarize([FULL, caseLine({})]).verdict).toEqual({
    grade: 'incomplete',
    reasons: ['the log has no end: the run was killed after 1 cases'],
    exitCode: 3,
  });
});
