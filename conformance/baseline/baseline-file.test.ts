import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { schemaErrors } from '../../spec/schema-check.ts';
import { readBaseline, type BaselineEntry } from './baseline-file.ts';

/** The faults that a schema can't see, because they are about the text or about two entries. */
const BEYOND_A_SCHEMA = /- case: \[|lists the same/;

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

  it.each<[string, Partial<BaselineEntry>]>([
    ['- {case: a, outcome: fail, reason: x}', { flaky: false }],
    ['- {case: a, outcome: hang, flaky: true, reason: x}', { flaky: true }],
    ['- {case: a, outcome: fail, symptom: left-out, reason: x}', { symptom: 'left-out' }],
    ['- {case: a, outcome: fail, breaks: [a/b, c/d], reason: x}', { breaks: ['a/b', 'c/d'] }],
    ['- {case: a, outcome: fail, breaks: null, flaky: null, symptom: null, reason: x}', { flaky: false }],
  ])('reads %s', (text, entry) => {
    expect(readBaseline('b.yaml', text)).toMatchObject({ kind: 'read', baseline: { entries: [entry] } });
    expect(schemaErrors('baseline', parse(text))).toEqual([]);
  });

  it('reads two entries for one case that list different bugs', () => {
    const text =
      '- {case: a, outcome: fail, breaks: [a/b], reason: x}\n- {case: a, outcome: fail, breaks: [c/d], reason: y}';
    expect(readBaseline('b.yaml', text)).toMatchObject({ kind: 'read' });
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
    ['- {case: a, outcome: fail, reason: x, retries: "3"}', 'an entry has no "retries"'],
    ['- {case: a, outcome: fail, reason: x, flaky: "yes"}', 'flaky must be true or false'],
    ['- {case: a, outcome: fail, reason: x, symptom: wrong}', 'symptom must be one of wrong-value, left-out'],
    ['- {case: a, outcome: crash, reason: x, symptom: left-out}', 'symptom is only for the outcome fail'],
    ['- {case: a, outcome: fail, reason: x, breaks: ports/range}', 'breaks must be a list of requirements'],
    ['- {case: a, outcome: fail, reason: x, breaks: []}', 'breaks must be a list of requirements'],
    ['- {case: a, outcome: crash, reason: x, breaks: [a/b]}', 'breaks is only for a case'],
    ['- {requirement: a/b, outcome: fail, reason: x, breaks: [a/b]}', 'breaks is only for a case'],
  ])('refuses %j', (text, error) => {
    expect(readBaseline('b.yaml', text)).toEqual({
      kind: 'refused',
      errors: [expect.stringContaining(error) as string],
    });
    if (!BEYOND_A_SCHEMA.test(text + error)) expect(schemaErrors('baseline', parse(text))).not.toEqual([]);
  });
});
