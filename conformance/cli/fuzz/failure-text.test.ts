import { describe, expect, it } from 'vitest';
import { NO_COLORS } from '../../../reports/colors.ts';
import { generated } from '../../testing/generated.ts';
import {
  caseAbout,
  crashOf,
  failureOf,
  invalidCase,
  resultOf,
  wrongValues,
  wrongVerdict,
} from '../../testing/some-failure.ts';
import { failureJson, renderFailure } from './failure-text.ts';
import type { Failure } from '../../fuzz/failure.ts';

/** Text that clears a screen, sets a title, reorders text and ends a line. */
const HOSTILE = '\u001b[2J\u001b]0;title\u0007\u202e\r\u0085\u2028';

function render(failure: Failure): string {
  return renderFailure(failure, undefined, NO_COLORS);
}

/** Returns the lines under one heading. */
function under(heading: string, text: string): string[] {
  const lines = text.split('\n').map((line) => line.slice(4));
  const start = lines.findIndex((line) => line.startsWith(heading));
  const rest = lines.slice(start + 1);
  const length = rest.findIndex((line) => !line.startsWith(' '));
  return [lines[start] ?? '', ...rest.slice(0, length < 0 ? 0 : length)].map((line) => line.slice(10));
}

describe('a failure', () => {
  it('shows the document, the place, both values, and the line that replays it', () => {
    const test = caseAbout(['stop_duration/default'], 'type: task\ncommands: [a]\n');
    const failure = failureOf(wrongValues(test, ['/stop_duration']));
    const find = { path: 'corpus/a.yaml', replay: 'dstack-conformance replay corpus/a.yaml -- ./a' };
    expect(renderFailure(failure, find, NO_COLORS).split('\n')).toEqual([
      '✗ wrong-value at /stop_duration · documented',
      expect.stringMatching(/^ {4}stop_duration\/default {2}\S/) as string,
      '    document  type: task',
      '              commands: [a]',
      '    at        /stop_duration',
      '    expected  "right"',
      '    received  "wrong"',
      '    shrunk    nothing simpler fails so, after 12 questions',
      '    saved     corpus/a.yaml',
      '    replay    dstack-conformance replay corpus/a.yaml -- ./a',
      '',
    ]);
  });

  it('says where an invalid document that was accepted must be refused', () => {
    const text = render(failureOf(wrongVerdict(invalidCase(['ports/range'], '/ports/0'))));
    expect(under('expected', text)).toEqual(['rejected, at /ports/0']);
    expect(text).toContain('✗ accepted-invalid at /ports/* · observed\n    ports/range  ');
  });

  it('shows the answer, the end of standard error, and the second outcome', () => {
    const stderr = Array.from({ length: 50 }, (_, line) => `line ${line}\n`).join('');
    const result = { ...crashOf(caseAbout(['nodes/number'])), stderr, nondeterministic: 'pass' };
    const text = render(failureOf(result, { shrinking: { kind: 'not-repeated' } }));
    expect(under('received', text)).toEqual(['crash: it exited with code 7']);
    expect(under('but then', text)).toEqual(['pass (nondeterministic)']);
    expect(under('stderr', text)).toEqual([44, 45, 46, 47, 48, 49].map((line) => `line ${line}`));
    expect(under('shrunk', text)).toEqual([expect.stringContaining('did not fail again') as string]);
  });

  it('shows a generated document as YAML, even if it was sent as JSON', () => {
    const [test] = generated(1, { kind: 'valid' });
    if (test === undefined) throw new Error('nothing was generated');
    const [first] = under('document', render(failureOf(crashOf(test))));
    expect(first).toBe(test.made.yaml.split('\n')[0]);
    expect(test.input.kind).toBe('json');
  });
});

describe('text from outside', () => {
  it('moves no cursor and starts no line, wherever it is printed', () => {
    const test = caseAbout(['nodes/number'], `type: task\n# ${HOSTILE}\n`);
    const received = { kind: 'text', text: HOSTILE } as const;
    const results = [
      { ...wrongValues(test, [`/env/${HOSTILE}`, `/nodes${HOSTILE}`]), stderr: HOSTILE },
      { ...wrongVerdict(test, received), nondeterministic: HOSTILE },
      wrongVerdict(test, { kind: 'result', json: `{"rejected":[{"path":"/${HOSTILE}"}]}` }),
      resultOf(test, { kind: 'hang', message: HOSTILE }),
      wrongVerdict(invalidCase(['ports/range'], `/${HOSTILE}`)),
    ];
    for (const failure of results.map((result) => failureOf(result))) {
      const find = { path: HOSTILE, replay: HOSTILE };
      const text = renderFailure(failure, find, NO_COLORS);
      expect(text).not.toMatch(/(?!\n)[\p{Cc}\u202e\u2028]/u);
      expect(text).toContain(String.raw`\u001b[2J\u001b]0;title\u0007\u202e\u000d\u0085\u2028`);
    }
  });

  it('is cut after many characters and after many lines', () => {
    const long = 'x'.repeat(100_000);
    const test = caseAbout(['nodes/number'], `${long}\n`.repeat(1000));
    const received = { kind: 'result', json: JSON.stringify({ rejected: [{ path: `/${long}` }] }) } as const;
    const text = render(failureOf({ ...wrongVerdict(test, received), stderr: long, nondeterministic: long }));
    const lines = text.split('\n');
    expect(lines.length).toBeLessThan(60);
    for (const line of lines) expect(line.length).toBeLessThan(220);
    expect(text).toContain('… 960 more lines');
  });

  it('is also cut in a value, a message and a place', () => {
    const long = 'x'.repeat(100_000);
    const test = caseAbout(['nodes/number']);
    const wrong = failureOf(wrongValues(test, [`/env/${long}`]));
    const difference = {
      kind: 'wrong',
      path: `/${long}`,
      expected: long,
      received: long,
      level: 'documented',
      requirements: [],
    } as const;
    const failures = [
      { ...wrong, symptom: { ...wrong.symptom, path: `/${'y'.repeat(500)}`, difference } },
      failureOf(resultOf(test, { kind: 'hang', message: long })),
      failureOf(wrongVerdict(invalidCase(['ports/range'], `/${long}`))),
    ];
    for (const failure of failures)
      for (const line of render(failure).split('\n')) expect(line.length).toBeLessThan(220);
  });
});

describe('a failure for machines', () => {
  it('holds the document and everything that is needed to judge it', () => {
    const failure = failureOf(wrongValues(caseAbout(['nodes/number']), ['/nodes']), { count: 3 });
    const json = JSON.parse(JSON.stringify(failureJson(failure, 'corpus/a.yaml'))) as unknown;
    expect(json).toMatchObject({
      kind: 'wrong-value',
      path: '/nodes',
      requirement: 'nodes/number',
      difference: { kind: 'wrong', path: '/nodes', expected: '"right"', received: '"wrong"' },
      count: 3,
      input: { kind: 'json', text: '{"type":"task","commands":["echo"]}' },
      expected: { accepted: { type: 'task' } },
      shrinking: 'done',
      find: 'corpus/a.yaml',
    });
  });

  it('has the same keys for every failure', () => {
    const one = failureJson(failureOf(crashOf(caseAbout(['nodes/number']))), undefined);
    const other = failureJson(failureOf(wrongValues(caseAbout(['nodes/number']), ['/nodes'])), 'a');
    expect(Object.keys(one)).toEqual(Object.keys(other));
    expect(Object.values(one)).not.toContain(undefined);
  });
});
