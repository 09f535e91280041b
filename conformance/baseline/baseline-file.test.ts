import { describe, expect, it } from 'vitest';
import { readBaseline } from './baseline-file.ts';

describe('readBaseline', () => {
  it('reads entries with their lines', () => {
    const text =
      '# known\n- case: a/b\n  outcome: fail\n  reason: later\n  link: https://example.org/1\n\n- requirement: ports/range\n  outcome: crash\n  reason: x\n';
    const reading = readBaseline('b.yaml', text);
    expect(reading).toMatchObject({
      kind: 'read',
      baseline: {
        entries: [
          {
            target: { kind: 'case', name: 'a/b' },
            outcome: 'fail',
            reason: 'later',
            link: 'https://example.org/1',
            line: 2,
          },
          { target: { kind: 'requirement', name: 'ports/range' }, outcome: 'crash', link: null, line: 7 },
        ],
      },
    });
  });

  it.each(['', '# nothing\n', '[]', '---\n', 'null\n'])('reads %j as an empty baseline', (text) => {
    expect(readBaseline('b.yaml', text)).toMatchObject({ kind: 'read', baseline: { entries: [] } });
  });

  it.each([
    ['- case: [', 'b.yaml:1:'],
    ['a: b', 'b.yaml:1: a baseline is a list'],
    ['- hello', 'b.yaml:1: an entry is a mapping'],
    ['\n- outcome: fail\n  reason: x', 'b.yaml:2: an entry has either a case or a requirement'],
    ['- {case: a, requirement: b, outcome: fail, reason: x}', 'either a case or a requirement'],
    ['- {case: a, outcome: pass, reason: x}', 'outcome must be one of fail, crash, hang, protocol-error'],
    ['- {case: a, outcome: fail}', 'needs a reason'],
    ['- {case: a, outcome: fail, reason: " "}', 'needs a reason'],
    [
      '- {case: a, outcome: fail, reason: x}\n- {case: a, outcome: fail, reason: y}',
      'b.yaml:2: lists the same as line 1',
    ],
    ['- {case: 5, outcome: fail, reason: x}', 'case must be text'],
    ['- {case: a, outcome: fail, reason: x, flaky: "yes"}', 'an entry has no "flaky"'],
  ])('refuses %j', (text, error) => {
    expect(readBaseline('b.yaml', text)).toEqual({
      kind: 'refused',
      errors: [expect.stringContaining(error) as string],
    });
  });
});
