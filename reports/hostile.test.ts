import { describe, expect, it } from 'vitest';
import { renderAnnotations } from './annotations/annotations.ts';
import { renderBadgeEndpoint } from './badge/badge-endpoint.ts';
import { renderBadge } from './badge/badge.ts';
import { NO_COLORS } from './colors.ts';
import type { Render } from './format.ts';
import { renderHtml } from './html/html-report.tsx';
import { renderJson } from './json/json.ts';
import { renderJunit } from './junit/junit.ts';
import { renderMarkdown } from './markdown/markdown.ts';
import { renderReport } from './terminal/report.ts';
import { HOSTILE, linesWith } from './testing/hostile.ts';
import { summaryOfLines } from './testing/runs.ts';

const FORMATS: Readonly<Record<string, Render>> = {
  terminal: (summary) => renderReport(summary, 'verbose', NO_COLORS),
  'brief terminal': (summary) => renderReport(summary, 'brief', NO_COLORS),
  HTML: renderHtml,
  JSON: renderJson,
  JUnit: renderJunit,
  Markdown: renderMarkdown,
  badge: renderBadge,
  'badge endpoint': renderBadgeEndpoint,
  annotations: renderAnnotations,
};

/** Matches characters that a terminal might act on, except line breaks, and halves of characters. */
const UNSAFE =
  // eslint-disable-next-line no-control-regex -- control characters are what must not be there
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

describe.each(Object.entries(FORMATS))('%s', (format, render) => {
  it.each(Object.entries(HOSTILE))('takes %s for text', (_what, text) => {
    const summary = summaryOfLines(linesWith(text), { count: 1, kept: [text] });
    const report = render(summary, { spec: undefined, isLong: true });
    expect(report).not.toMatch(UNSAFE);
    if (['JUnit', 'badge'].includes(format)) expect(report).not.toMatch(/<img|<script|\]\]>|<!--/);
  });
});

describe('Markdown', () => {
  /** Returns a report without its code, in which nothing is markup. */
  function outsideOfCode(text: string): string {
    const report = renderMarkdown(summaryOfLines(linesWith(text)), { isLong: true });
    return report
      .replaceAll(/^(`{3,})\w*\n[\s\S]*?\n\1$/gm, '')
      .replaceAll(/(?<![\\`])(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '');
  }

  it.each(Object.entries(HOSTILE))('has no markup of %s outside of code', (_what, text) => {
    const rest = outsideOfCode(text);
    expect(rest).not.toMatch(/(?<!\\)<|@everyone|#1(?!\d)|(?<!\\)\[|^#(?!#)/m);
  });
});

describe('annotations', () => {
  it.each(Object.entries(HOSTILE))('hold no command of %s', (_what, text) => {
    const lines = renderAnnotations(summaryOfLines(linesWith(text)))
      .trimEnd()
      .split('\n');
    for (const line of lines) expect(line).toMatch(/^::(?:error|warning|notice) title=[^:,]*::[^\r\n]*$/);
  });
});
