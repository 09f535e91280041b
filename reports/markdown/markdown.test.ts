import { describe, expect, it } from 'vitest';
import type { CaseLine } from '../../spec/generated/event-log.ts';
import { bytesOf } from '../cut-bytes.ts';
import type { Summary } from '../summary.ts';
import { caseLine, footerLine, headerLine } from '../testing/lines.ts';
import { RUN_KINDS, summaryOf, summaryOfLines, wrongValue } from '../testing/runs.ts';
import { cell, code, codeBlock, plain, sentence } from './escape.ts';
import { renderMarkdown } from './markdown.ts';

function render(summary: Summary, isLong = false): string {
  return renderMarkdown(summary, { isLong });
}

/** Returns failures with as many causes, whose documents have a number of characters. */
function failures(count: number, length: number): CaseLine[] {
  return Array.from({ length: count }, (_, index) => {
    const said = `${index}\nmessage`;
    const level = 'documented' as const;
    const cause = { id: String(index), kind: 'crash', path: '', level, requirements: [], said };
    const input = { kind: 'yaml' as const, text: 'é'.repeat(length) };
    return wrongValue('nodes/default', { case: `g/${index}`, outcome: 'crash', causes: [cause], input });
  });
}

const END = footerLine({ grade: 'non-conformant', exitCode: 1 });

describe('a Markdown report', () => {
  it('shows the verdict, the topics with failures, and what to fix next', () => {
    expect(render(summaryOf('a run that failed'))).toMatchInlineSnapshot(`
      "## ❌ non-conformant: 1 case failed on documented behaviour

      \`tool 2 Go\` · \`dstack-0.18.42/task\` · \`dstack-conformance 1.0.0\` · 4 of 3 cases · 1 requirement exercised

      ### Topics

      | topic   | cases | pass | fail | passed |
      | :------ | ----: | ---: | ---: | -----: |
      | \`run\`   |     2 |    1 |    1 | 50.0 % |
      | \`ports\` |     2 |    1 |    1 | 50.0 % |

      ### Fix next

      #### 1. \`wrong-value at /nodes\` · documented · 1 case

      \`nodes/default\`: \`nodes\` defaults to 1.

      \`\`\`json
      {"type":"task"}
      \`\`\`

      - expected \`1 at /nodes\`
      - received \`2\`

      \`\`\`sh
      dstack-conformance certify --case nodes/default/accept-1/json -- tool
      \`\`\`

      #### 2. \`wrong-value at /ports/*\` · observed · 1 case

      \`ports/range\`: A port is between 1 and 65536.

      \`\`\`json
      {"type":"task"}
      \`\`\`

      - expected \`1 at /ports/*\`
      - received \`2\`

      \`\`\`sh
      dstack-conformance certify --case ports/range/accept-1/json -- tool
      \`\`\`
      "
    `);
  });

  it.each([
    ['a run that passed', '## ✅ drop-in'],
    ['a run of a conformant program', '## ✅ conformant: 1 case failed on observed behaviour'],
    [
      'a run that had to be drop-in',
      '## ❌ conformant: 1 case failed on observed behaviour (drop-in is required)',
    ],
    [
      'a run whose failures are listed',
      '## ✅ non-conformant: 1 case failed on documented behaviour (exactly what the baseline lists)',
    ],
    ['a run with entries that no longer fail', '## ❌ drop-in (not what the baseline lists)'],
    ['an interrupted run', '## ⚠️ incomplete: interrupted; 1 case and further ones not run'],
    ['a run of some fields', '## ✅ drop-in for 1 of 33 fields \\(verdicts\\)'],
    ['an empty log', '## ⚠️ incomplete: the log has no end: the run was killed after 0 cases'],
  ] as const)('of %s says the verdict in its first line', (kind, line) => {
    expect(render(summaryOf(kind)).split('\n')[0]).toBe(line.replaceAll(/\\(?=[()])/g, ''));
  });

  it('has only the topics in which not every case passed', () => {
    const text = render(summaryOf('a run of a conformant program'));
    expect(text).toContain('| `ports` |');
    expect(text).not.toContain('| `run` |');
    expect(text).toContain('Every case of 1 other topic passed.');
    expect(render(summaryOf('a run that passed'))).toContain('Every case of 2 topics passed.');
  });

  it('never rounds a share up to all', () => {
    const passes = Array.from({ length: 9999 }, () => caseLine({}));
    const text = render(summaryOfLines([headerLine(), ...passes, wrongValue('nodes/default'), END]));
    expect(text).toContain('99.9 %');
  });

  it('shows ten causes and says how many there are besides; all of them if it may be long', () => {
    const summary = summaryOfLines([headerLine(), ...failures(15, 10), END]);
    expect(render(summary).match(/^#### /gm)).toHaveLength(10);
    expect(render(summary)).toContain('There are 5 more causes, which gain less.');
    expect(render(summary, true).match(/^#### /gm)).toHaveLength(15);
  });

  it('lists every requirement that did not pass if it may be long', () => {
    const text = render(summaryOf('a run of some fields'), true);
    expect(text).toContain('### Requirements about fields that are not declared');
    expect(text).toContain('- `ports/range` (observed): A port is between 1 and 65536.');
  });

  it.each(RUN_KINDS)('of %s has at most 65,000 bytes', (kind) => {
    expect(bytesOf(render(summaryOf(kind)))).toBeLessThanOrEqual(65_000);
  });

  it('leaves out what does not fit, and says so', () => {
    const requirements = Object.fromEntries(
      Array.from({ length: 2000 }, (_, index) => [
        `r/${index}`,
        { topic: `topic-${index}-${'x'.repeat(50)}`, level: 'documented' as const, sentence: 'It holds.' },
      ]),
    );
    const topics = Object.values(requirements).map(({ topic }) =>
      caseLine({ topic, outcome: 'unsupported', message: 'x' }),
    );
    const long = { stderr: 'é'.repeat(5000), message: 'é'.repeat(5000) };
    const causes = failures(12, 5000).map((line) => ({ ...line, ...long }));
    const header = headerLine({ requirements, command: ['x'.repeat(5000)] });
    const text = render(summaryOfLines([header, ...topics, ...causes, END]));
    expect(bytesOf(text)).toBeLessThanOrEqual(65_000);
    expect(text).toContain('Left out, because the report would be too long: 1 table');
    expect(text).toContain('#### 10.');
    const whole = render(summaryOfLines([header, ...topics, ...causes, END]), true);
    expect(bytesOf(whole)).toBeGreaterThan(65_000);
    expect(whole).not.toContain('Left out');
  });

  it('says what is wrong with the log', () => {
    const text = render(summaryOf('a run that passed', { count: 30, kept: ['line 3 is no event'] }));
    expect(text).toContain('### The log is not what the suite writes\n\n- line 3 is no event\n- and 29 more');
    expect(text).toContain('**not the grade of a full run: the log is not sound**');
  });
});

describe('text from outside', () => {
  it('is plain text without markup, mentions and links', () => {
    expect(plain('**a** <img src=x> [b](https://c) @dave #12 `e` &amp; www.f.org')).toBe(
      '\\*\\*a\\*\\* \\<img src=x\\> \\[b\\]\\(https\\://c\\) @\u200bdave #\u200b12 \\`e\\` \\&amp; www\\.f.org',
    );
  });

  it('is on one line', () => {
    expect(plain('a\n# b')).toBe('a\\\\u000a# b');
    expect(code('a\n# b')).toBe('`a\\u000a# b`');
  });

  it('never ends its own code', () => {
    expect(code('a')).toBe('`a`');
    expect(code('a`b``c')).toBe('``` a`b``c ```');
    expect(code(' ')).toBe('(empty)');
    expect(codeBlock('```\n````\n# x', 'yaml')).toBe('`````yaml\n```\n````\n# x\n`````');
  });

  it('never ends its cell', () => {
    expect(cell(code('a|b'))).toBe('`a\\|b`');
  });

  it('may have code in a sentence of the spec', () => {
    expect(sentence('`a|*b*` is *not* `c')).toBe('`a|*b*` is \\*not\\* \\`c');
  });
});
