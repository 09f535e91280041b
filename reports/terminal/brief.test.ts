import { describe, expect, it } from 'vitest';
import type { LogLine } from '../../spec/generated/event-log.ts';
import { NO_COLORS } from '../colors.ts';
import { summarize } from '../summary.ts';
import { caseLine, footerLine, headerLine } from '../testing/lines.ts';
import { renderReport } from './report.ts';

const FAILED = footerLine({
  grade: 'non-conformant',
  reasons: ['3 cases failed on documented behaviour'],
  exitCode: 1,
});

function failing(place: string, level: 'documented' | 'observed', text: string): LogLine {
  const requirements = [place === '/nodes' ? 'nodes/default' : 'name/default'];
  const symptom = { kind: 'wrong-value', path: place, level, requirements, said: '' };
  return caseLine({
    outcome: 'fail',
    level,
    requirements,
    broken: requirements,
    input: { kind: 'yaml', text },
    causes: [{ id: '0123456789ab', ...symptom }],
    differences: [{ kind: 'wrong', path: place, expected: '1', received: '2', level, requirements }],
  });
}

describe('the brief report', () => {
  it('begins with the verdict, and goes on with the causes in the order in which they pay', () => {
    const lines = [
      headerLine({ command: ['my tool', '--fast'] }),
      caseLine({}),
      failing('/name', 'observed', 'type: task\n'),
      failing('/name', 'observed', 'type: task\n'),
      failing('/nodes', 'documented', 'type: task\na: 1\nb: 2\nc: 3\nd: 4\n'),
      FAILED,
    ];
    expect(renderReport(summarize(lines), 'brief', NO_COLORS)).toMatchInlineSnapshot(`
      "grade: non-conformant: 3 cases failed on documented behaviour
      dstack-0.18.42/task · tool 2 (Go) · json
      4 of 3 cases · corpus sha256:0123456789ab

      Fix next

      1. wrong-value at /nodes · documented · 1 case
         nodes/default  \`nodes\` defaults to 1.
         document  type: task
                   a: 1
                   b: 2
                   c: 3
                   …
         expected  1 at /nodes
         received  2
         replay    dstack-conformance certify --case nodes/default/accept-1/json -- 'my tool' --fast

      2. wrong-value at /name · observed · 2 cases
         name/default
         document  type: task
         expected  1 at /name
         received  2
         replay    dstack-conformance certify --case nodes/default/accept-1/json -- 'my tool' --fast

      requirements exercised: 1 of 2
      canonical spelling: 1 of 1 · rejections that name the place: none asked
      "
    `);
  });

  it('says what a program of some fields and of verdicts is graded for', () => {
    const header = headerLine({ fields: { declared: ['nodes', 'env'], of: 33 }, answers: 'verdicts' });
    const text = renderReport(summarize([header, caseLine({}), footerLine({})]), 'brief', NO_COLORS);
    expect(text).toMatch(/^grade: drop-in for 2 of 33 fields \(verdicts\)\n/);
    expect(text).not.toContain('Fix next');
  });

  it('says how a program ended that gave no answer', () => {
    const crash = caseLine({
      outcome: 'crash',
      level: 'documented',
      received: null,
      message: 'exited with code 1',
    });
    const text = renderReport(summarize([headerLine(), crash, FAILED]), 'brief', NO_COLORS);
    expect(text).toContain('received  exited with code 1\n');
  });

  it('replays a plain program in plain mode', () => {
    const header = headerLine({ mode: 'plain', answers: 'verdicts', inputs: ['yaml'], command: ['check'] });
    const text = renderReport(
      summarize([header, failing('/nodes', 'documented', 'a'), FAILED]),
      'brief',
      NO_COLORS,
    );
    expect(text).toContain('certify --verdicts --input yaml --case nodes/default/accept-1/json -- check\n');
  });
});

describe('the quiet report', () => {
  it.each([
    [
      'a run',
      [headerLine(), caseLine({}), FAILED],
      'grade: non-conformant: 3 cases failed on documented behaviour\n',
    ],
    ['a drop-in', [headerLine(), caseLine({}), footerLine({})], 'grade: drop-in\n'],
    [
      'an unfinished log',
      [headerLine()],
      'grade: incomplete: the log has no end: the run was killed after 0 cases\n',
    ],
  ])('is one line about %s', (_, lines, text) => {
    expect(renderReport(summarize(lines), 'quiet', NO_COLORS)).toBe(text);
  });
});
