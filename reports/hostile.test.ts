import { describe, expect, it } from 'vitest';
import type { LogLine } from '../spec/generated/event-log.ts';
import { renderAnnotations } from './annotations/annotations.ts';
import { renderBadgeEndpoint } from './badge/badge-endpoint.ts';
import { renderBadge } from './badge/badge.ts';
import { NO_COLORS } from './colors.ts';
import type { Render } from './format.ts';
import { renderJson } from './json/json.ts';
import { renderJunit } from './junit/junit.ts';
import { renderMarkdown } from './markdown/markdown.ts';
import { renderReport } from './terminal/report.ts';
import { caseLine, footerLine, headerLine } from './testing/lines.ts';
import { crash, summaryOfLines, wrongValue } from './testing/runs.ts';

/** What a program may say to break out of a report: into HTML, XML, Markdown, a terminal or a workflow. */
const HOSTILE = {
  markup: '"\'><img src=x onerror=alert(1)>',
  script: '</script><script>alert(1)</script>',
  'the end of a section': ']]><!--',
  'escape sequences': '\u001b[2J\u009b31m\u001b]0;x\u0007',
  'marks that reorder text': '\u202e\u2066abc\u2069\u200f',
  'halves of characters': '\ud800a\udc00',
  NUL: 'a\u0000b\ufffe\uffff',
  'the end of code': '```\n~~~\n# heading\n[x](javascript:alert(1)) @everyone #1 | a',
  'commands of workflows': '\n::error::x\r::stop-commands::y%0A::x',
} as const;

const FORMATS: Readonly<Record<string, Render>> = {
  terminal: (summary) => renderReport(summary, 'verbose', NO_COLORS),
  'brief terminal': (summary) => renderReport(summary, 'brief', NO_COLORS),
  JSON: renderJson,
  JUnit: renderJunit,
  Markdown: renderMarkdown,
  badge: renderBadge,
  'badge endpoint': renderBadgeEndpoint,
  annotations: renderAnnotations,
};

/** Returns a run in which everything that is not the suite's own holds the text. */
function linesWith(text: string): LogLine[] {
  const differences = [
    {
      kind: 'wrong' as const,
      path: text,
      expected: text,
      received: text,
      level: 'documented' as const,
      requirements: [],
    },
  ];
  const cause = {
    id: text,
    kind: text,
    path: text,
    level: 'documented' as const,
    requirements: [],
    said: text,
  };
  const said = { case: text, topic: text, message: text, stderr: text, nondeterministic: text };
  const input = { kind: 'yaml' as const, text };
  const listed = { reason: text, link: text };
  return [
    headerLine({
      implementation: { name: text, version: text, language: text },
      command: [text],
      spec: text,
      suite: { name: text, version: text },
      started: text,
      run: text,
      filter: text,
      fields: { declared: [text], of: 33 },
      requirements: {
        'nodes/default': { topic: text, level: 'documented', sentence: text, page: [text] },
        [text]: { topic: text, level: 'documented', sentence: text },
      },
    }),
    wrongValue('nodes/default', { ...said, input, causes: [cause], differences }),
    wrongValue('nodes/default', { ...said, input, listed }),
    crash({ ...said, input, causes: [{ ...cause, kind: 'crash' }] }),
    caseLine({ ...said, outcome: 'unsupported', requirements: [text] }),
    { event: 'fault', fault: text, message: text, cases: [text], stderr: text },
    footerLine({
      grade: 'non-conformant',
      exitCode: 1,
      finished: text,
      reasons: [text],
      notes: [text],
      diagnosis: text,
      corpus: { cases: 3, digest: text, whole: true },
      baseline: {
        file: text,
        listed: 1,
        unlisted: 1,
        stale: [{ line: 1, entry: text, why: 'matches nothing' }],
      },
    }),
  ];
}

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
