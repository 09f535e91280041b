import type { LogLine } from '../../spec/generated/event-log.ts';
import { caseLine, footerLine, headerLine } from './lines.ts';
import { crash, wrongValue } from './runs.ts';

/** What a program may say to break out of a report: into HTML, XML, Markdown, a terminal or a workflow. */
export const HOSTILE = {
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

/** Returns a run in which everything that is not the suite's own holds the text. */
export function linesWith(text: string): LogLine[] {
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
