import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { footerLine, headerLine } from '../testing/lines.ts';
import { RUN_KINDS, summaryOf, summaryOfLines, type RunKind } from '../testing/runs.ts';
import { HAS_XMLLINT, xmlComplaints } from '../testing/xmllint.ts';
import { renderBadgeEndpoint } from './badge-endpoint.ts';
import { renderBadge } from './badge.ts';

/** Returns the words of the badge of a run, for readers of screens too. */
function wordsOf(kind: RunKind): string {
  const { svg } = new XMLParser().parse(renderBadge(summaryOf(kind))) as { svg: { title: string } };
  return svg.title;
}

const GRADES = /drop-in|conformant|incomplete/;

describe('a badge', () => {
  it('says the edition, the grade and how much the grade is about', () => {
    expect(wordsOf('a run that passed')).toBe('dstack-0.18.42/task: drop-in');
    expect(wordsOf('a run of a conformant program')).toBe('dstack-0.18.42/task: conformant');
    expect(wordsOf('a run that failed')).toBe('dstack-0.18.42/task: non-conformant');
    expect(wordsOf('a run of some fields')).toBe(
      'dstack-0.18.42/task: drop-in for 1 of 33 fields (verdicts)',
    );
  });

  it.each([
    ['a filtered run', 'only some cases were asked'],
    ['a shortened run', 'too few cases were asked'],
    ['an interrupted run', 'the run was interrupted'],
    ['a log without an end', 'the run has no end'],
    ['a log without a header', 'the run has no end'],
    ['an empty log', 'the run has no end'],
  ] as const)('of %s has no grade, and says why', (kind, why) => {
    expect(wordsOf(kind)).toContain(`no grade: ${why}`);
    expect(renderBadge(summaryOf(kind))).not.toMatch(GRADES);
    expect(renderBadgeEndpoint(summaryOf(kind))).not.toMatch(GRADES);
  });

  it('of a log that is not what the suite writes has no grade', () => {
    const summary = summaryOf('a run that passed', { count: 1, kept: ['line 3 is no event'] });
    expect(renderBadge(summary)).toContain('no grade: the log is not sound');
    expect(renderBadge(summary)).not.toMatch(GRADES);
  });

  it.each(RUN_KINDS)('of %s says the same as SVG and as an endpoint', (kind) => {
    const { label, message, schemaVersion } = JSON.parse(renderBadgeEndpoint(summaryOf(kind))) as Record<
      string,
      unknown
    >;
    expect(schemaVersion).toBe(1);
    expect(wordsOf(kind)).toBe(`${String(label)}: ${String(message)}`);
  });

  it('says different things in different colours', () => {
    const kinds: RunKind[] = [
      'a run that passed',
      'a run that failed',
      'a filtered run',
      'an interrupted run',
    ];
    const colors = kinds.map((kind) => /"color":"(\w{6})"/.exec(renderBadgeEndpoint(summaryOf(kind)))?.[1]);
    expect(colors[0]).not.toBe(colors[1]);
    expect(colors[0]).not.toBe(colors[2]);
    expect(colors[2]).toBe(colors[3]);
  });

  it('is well-formed whatever the log calls its edition', () => {
    const spec = '\u0000\u001b]]><img src=x onerror=alert(1)>"\'&\ud800\u202e';
    const lines = [headerLine({ spec, corpus: { generated: 10_000, finds: 0 } }), footerLine({})];
    const svg = renderBadge(summaryOfLines(lines));
    if (HAS_XMLLINT) expect(xmlComplaints(svg)).toBe('');
    expect(svg).not.toContain('<img');
    // eslint-disable-next-line no-control-regex -- control characters are what must not be there
    expect(svg).not.toMatch(/[\u0000-\u0008\u001b\u202e\ud800]/);
  });
});
