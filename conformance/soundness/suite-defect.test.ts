import { afterEach, describe, expect, it, vi } from 'vitest';
import { interpret } from '../../reference/interpret.ts';
import { acceptedFind, someFind } from '../testing/some-find.ts';
import { testOfFind } from '../corpus/find.ts';
import type { TestCase } from '../case/case.ts';
import { defectOf, describeDefect } from './suite-defect.ts';
import { EDITION } from '../testing/edition.ts';

vi.mock('../../reference/interpret.ts', { spy: true });

afterEach(() => {
  vi.resetAllMocks();
});

const ACCEPTED = testOfFind(acceptedFind('type: task\ncommands: [python train.py]\n'));
const REJECTED = testOfFind(someFind());
const UNREADABLE = testOfFind(
  someFind({
    input: { kind: 'json', text: '{"type"' },
    expected: { kind: 'rejected', violations: [{ requirement: 'document/mapping', path: '' }] },
  }),
);

function expecting(test: TestCase, expected: TestCase['expected']): TestCase {
  return { ...test, expected };
}

/** Returns the case in an edition whose release was measured to say this of every document. */
function measuredAs(test: TestCase, outcome: string): TestCase {
  return { ...test, edition: { ...EDITION, measured: () => outcome } };
}

function rejectedFor(requirement: 'ports/range' | 'ports/format', path: string): TestCase['expected'] {
  return { kind: 'rejected', violations: [{ requirement, path }] };
}

describe('a case on which all sources agree', () => {
  it.each([
    ['accepted', ACCEPTED],
    ['rejected', REJECTED],
  ])('is no defect if it is %s', (_, test) => {
    expect(defectOf(test)).toBeUndefined();
  });
});

describe('a case that expects another result than the reference', () => {
  it.each([
    ['a wrong value', expecting(ACCEPTED, acceptedFind('', { nodes: 2 }).expected)],
    ['a rejection of what is right', expecting(ACCEPTED, rejectedFor('ports/range', ''))],
    ['what is wrong to be accepted', expecting(REJECTED, ACCEPTED.expected)],
    ['another requirement to be broken', expecting(REJECTED, rejectedFor('ports/format', '/ports/0'))],
    ['another place', expecting(REJECTED, rejectedFor('ports/range', '/ports/1'))],
    [
      'one thing more to be broken',
      expecting(REJECTED, both(REJECTED, rejectedFor('ports/format', '/ports'))),
    ],
    ['what can not be read to be accepted', expecting(UNREADABLE, ACCEPTED.expected)],
  ])('is a defect: it expects %s', (_, test) => {
    expect(defectOf(test)).toMatchObject({ source: 'reference', test });
  });
});

describe('a case that the release was measured on', () => {
  it('is a defect if it expects another result than the measured one', () => {
    expect(defectOf(measuredAs(ACCEPTED, 'rejected'))).toMatchObject({
      source: 'measurement',
      got: 'rejected',
    });
    expect(defectOf(measuredAs(REJECTED, '{"type":"task"}'))).toMatchObject({
      source: 'measurement',
      got: '{"type":"task"}',
    });
  });

  it('is no defect if it expects the measured result', () => {
    expect(defectOf(measuredAs(REJECTED, 'rejected'))).toBeUndefined();
  });
});

it('a case that crashes the reference is a defect, and no exception escapes', () => {
  vi.mocked(interpret).mockImplementationOnce(() => {
    throw new RangeError('too deep');
  });
  expect(defectOf(ACCEPTED)).toMatchObject({
    source: 'exception',
    got: expect.stringContaining('RangeError: too deep') as string,
  });
});

it('the description of a defect shows the text on one line', () => {
  const test = expecting(REJECTED, ACCEPTED.expected);
  const defect = defectOf(test);
  if (defect === undefined) throw new Error('there is a defect');
  const lines = describeDefect(defect).split('\n');
  expect(lines).toContain(`case:     ${test.id}`);
  expect(lines).toContain('yaml:     "type: task\\nports: [0]\\ncommands: [a]\\n"');
  expect(lines).toContain('reference: rejected: ports/range at "/ports/0"');
});

/** Returns an expectation with the violations of both. */
function both(test: TestCase, more: TestCase['expected']): TestCase['expected'] {
  const all = [test.expected, more].flatMap((each) => (each.kind === 'rejected' ? each.violations : []));
  return { kind: 'rejected', violations: all };
}
