import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { SCRIPT, STYLE } from '../../spec/generated/report-page.ts';
import { HOSTILE, linesWith } from '../testing/hostile.ts';
import { footerLine, headerLine } from '../testing/lines.ts';
import { RUN_KINDS, summaryOf, summaryOfLines, wrongValue } from '../testing/runs.ts';
import { bytesOf } from '../cut-bytes.ts';
import { renderHtml } from './html-report.tsx';

const CONTEXT = { spec: undefined, isLong: false };

/** Names of elements that load something or run something. */
const LOADING = /<(?:img|iframe|object|embed|link|base|audio|video|source|form action)\b/;

describe.each(RUN_KINDS)('the HTML report of %s', (kind) => {
  const html = renderHtml(summaryOf(kind), CONTEXT);

  it('says the grade first, in words', () => {
    const { grade } = summaryOf(kind).verdict;
    expect(html).toMatch(new RegExp(`<h1 id="verdict-title">.*?${grade}.*?</h1>`, 's'));
    expect(html.indexOf('<h1')).toBeLessThan(html.indexOf('<h2'));
  });

  it('loads nothing and allows only its own script and styles', () => {
    expect(html).not.toMatch(LOADING);
    const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
    for (const text of [SCRIPT, STYLE])
      expect(policy).toContain(`'sha256-${createHash('sha256').update(text).digest('base64')}'`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
  });

  it('names every requirement and every cause', () => {
    const { requirements, causes, listed } = summaryOf(kind);
    for (const id of requirements.keys()) expect(html).toContain(`id="requirement-${id}"`);
    for (const { id } of [...causes, ...listed]) expect(html).toContain(`id="cause-${id}"`);
  });

  it('has each id once', () => {
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });
});

describe('the HTML report', () => {
  it('is the same for the same log', () => {
    const kind = 'a run that failed';
    expect(renderHtml(summaryOf(kind), CONTEXT)).toBe(renderHtml(summaryOf(kind), CONTEXT));
  });

  it('has styles and a script of less than 150 kB', () => {
    expect(bytesOf(STYLE) + bytesOf(SCRIPT)).toBeLessThan(150_000);
  });

  it('neither embeds nor loses what does not fit: later causes name their cases', () => {
    const about = { topic: 'run', level: 'documented', sentence: 'It holds.' } as const;
    const ids = Array.from({ length: 900 }, (_, index) => `run/${index}`);
    const cases = ids.map((id) =>
      wrongValue('nodes/default', {
        case: `${id}/accept-1/yaml`,
        requirements: [id],
        input: { kind: 'yaml', text: `a: ${'x'.repeat(3000)}` },
        causes: [
          { id, kind: 'wrong-value', path: `/${id}`, level: 'documented', requirements: [id], said: '' },
        ],
      }),
    );
    const header = headerLine({ requirements: Object.fromEntries(ids.map((id) => [id, about])) });
    const summary = summaryOfLines([header, ...cases, footerLine({ grade: 'non-conformant' })]);
    const html = renderHtml(summary, CONTEXT);
    expect(summary.causes.length).toBeGreaterThan(400);
    expect(html.match(/<details class="cause"/g)).toHaveLength(summary.causes.length);
    expect(html).toContain('the log has it');
    expect(bytesOf(html)).toBeLessThan(5_000_000);
  });

  it.each(Object.entries(HOSTILE))('has no element more for %s', (_what, text) => {
    const harmless = renderHtml(summaryOfLines(linesWith('harmless')), CONTEXT);
    const html = renderHtml(summaryOfLines(linesWith(text)), CONTEXT);
    expect(namesOf(html)).toEqual(namesOf(harmless));
  });
});

/** Returns the names of elements that no text of a program may bring in. */
function namesOf(html: string): string[] {
  return [...html.matchAll(/<(script|style|img|iframe|link|meta|base|svg)\b/g)]
    .map(([, name = '']) => name)
    .sort();
}
