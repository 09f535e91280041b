import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LogLine } from '../../spec/generated/event-log.ts';
import { NO_COLORS } from '../colors.ts';
import { jsonReport } from '../json/json.ts';
import { summarize } from '../summary.ts';
import { renderReport } from './report.ts';
import { renderTerminal } from './terminal.ts';
import { caseLine, footerLine, headerLine } from '../testing/lines.ts';

/** Renders reports of every detail, one after the other. */
function renderAll(...lines: LogLine[]): string {
  const details = ['quiet', 'brief', 'verbose'] as const;
  return details.map((detail) => renderReport(summarize(lines), detail, NO_COLORS)).join('');
}

function render(...lines: LogLine[]): string {
  return renderTerminal(summarize(lines), NO_COLORS);
}

describe('the report for a terminal', () => {
  it('shows a run with one failure', () => {
    const difference = {
      kind: 'wrong',
      path: '/nodes',
      expected: '1',
      received: '2',
      level: 'documented',
      requirements: ['nodes/default'],
    } as const;
    const text = render(
      headerLine(),
      caseLine({}),
      caseLine({
        outcome: 'fail',
        level: 'documented',
        broken: ['nodes/default'],
        causes: [
          {
            id: '0123456789ab',
            kind: 'wrong-value',
            path: '/nodes',
            level: 'documented',
            requirements: ['nodes/default'],
            said: '',
          },
        ],
        message: 'accepted with a wrong meaning',
        differences: [{ ...difference, requirements: [...difference.requirements] }],
      }),
      footerLine({
        grade: 'non-conformant',
        reasons: ['1 case failed on documented behaviour'],
        exitCode: 1,
      }),
    );
    expect(text).toMatchInlineSnapshot(`
      "dstack-conformance 1.0.0 · dstack-0.18.42/task
      tool 2 (Go) · json
      2 of 3 cases · corpus sha256:0123456789ab

      topic  cases  pass  fail
      run        2     1     1
      all        2     1     1

      Failures

      ✗ wrong-value at /nodes · documented · 1 case · 45f43de1ab08
          nodes/default  \`nodes\` defaults to 1.
          case      nodes/default/accept-1/json
          json      {"type":"task"}
          that is   accepted with a wrong meaning
          at        /nodes  expected 1  received 2

      requirements exercised: 1 of 2
      canonical spelling: 1 of 1 · rejections that name the place: none asked

      grade: non-conformant
        because 1 case failed on documented behaviour
      "
    `);
  });

  it('shows the evidence of a crash, a hang and a broken protocol', () => {
    const text = render(
      headerLine(),
      caseLine({
        outcome: 'crash',
        level: 'documented',
        message: 'exited with code 1',
        stderr: 'first\nlast words\n',
      }),
      caseLine({
        outcome: 'protocol-error',
        level: 'documented',
        fault: 'bad-json',
        message: 'no JSON',
        received: { text: '{' },
      }),
      { event: 'fault', fault: 'stray-output', message: 'hello', cases: ['a', 'b'] },
      footerLine({ faults: 3, notes: ['lines end in \\r\\n'] }),
    );
    for (const part of [
      'exited with code 1',
      'last words',
      'protocol-error (bad-json)',
      'outside of a single case: hello',
      'and 2 more like these',
      'note: lines end',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('shows listed failures apart, and the entries to delete', () => {
    const text = render(
      headerLine(),
      caseLine({
        outcome: 'fail',
        level: 'documented',
        listed: { reason: 'see issue', link: 'https://example.org/5' },
      }),
      footerLine({
        baseline: {
          file: 'b.yaml',
          listed: 1,
          unlisted: 0,
          stale: [{ line: 7, entry: 'case x: fail', why: 'no longer fails' }],
        },
      }),
    );
    expect(text).toContain('Known failures');
    expect(text).toContain('see issue https://example.org/5');
    expect(text).toContain('b.yaml:7: case x: fail no longer fails: delete the entry');
  });

  it('counts what failed as flaky apart, and names the flaky entries that did not fail', () => {
    const baseline = {
      file: 'b.yaml',
      listed: 3,
      unlisted: 0,
      stale: [],
      flaky: 2,
      neverFailed: [{ line: 7, entry: 'case x: hang' }],
    };
    const text = renderAll(headerLine(), caseLine({}), footerLine({ baseline }));
    expect(text).toContain('b.yaml: 3 known failures or unsupported cases (2 of them flaky), 0 that it does');
    expect(text).toContain('  b.yaml:7: case x: hang is flaky, and did not fail in this run\n');
  });

  it('says incomplete for a log without an end, and for an empty one', () => {
    for (const lines of [[headerLine(), caseLine({})], []]) {
      expect(render(...lines)).toContain('grade: incomplete');
      expect(jsonReport(summarize(lines))).toMatchObject({ grade: 'incomplete', exitCode: 3 });
    }
  });

  it('names the corpus by its digest only if all of it was gone through', () => {
    const corpus = { cases: 7, digest: 'sha256:0123456789abcdef', whole: false };
    expect(render(headerLine(), caseLine({}), footerLine({ corpus }))).toContain(
      '\n1 of the first 7 cases of the corpus\n',
    );
    expect(render(headerLine(), caseLine({}))).toContain('\n1 cases\n');
  });

  it('prints no control characters, whatever the implementation says', () => {
    const hostile = fc.string({ unit: 'binary' }).map((text) => `\u001b[2J\u009b31m\r${text}`);
    fc.assert(
      fc.property(hostile, (text) => {
        const printed = renderAll(
          headerLine({
            implementation: { name: text, version: text, language: text },
            command: [text],
            filter: text,
          }),
          caseLine({
            case: text,
            topic: text,
            input: { kind: 'yaml', text },
            outcome: 'fail',
            level: 'documented',
            broken: [text],
            message: text,
            stderr: text,
            nondeterministic: text,
            received: { text },
            listed: { reason: text, link: text },
          }),
          caseLine({
            outcome: 'fail',
            level: 'observed',
            differences: [
              {
                kind: 'wrong',
                path: text,
                expected: text,
                received: text,
                level: 'observed',
                requirements: [],
              },
            ],
          }),
          caseLine({ outcome: 'unsupported', message: text }),
          { event: 'fault', fault: text, message: text, cases: [text], stderr: text },
          footerLine({
            notes: [text],
            reasons: [text],
            baseline: {
              file: text,
              listed: 0,
              unlisted: 0,
              stale: [{ line: 1, entry: text, why: 'matches nothing' }],
              flaky: 0,
              neverFailed: [{ line: 1, entry: text }],
            },
          }),
        );
        // eslint-disable-next-line no-control-regex -- control characters are what must not be there
        expect(printed).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
      }),
    );
  });
});
