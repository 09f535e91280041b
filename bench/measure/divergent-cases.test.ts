import { describe, expect, test } from 'vitest';
import { SPEC } from '../../spec/generated/editions/dstack-0.18.42/edition.ts';
import type { CaseLine, FaultLine } from '../../spec/generated/event-log.ts';
import { divergentCases } from './divergent-cases.ts';

const REJECTED = { rejected: [{ requirement: 'some/requirement', path: '' }] };

function failure(text: string, fields: Partial<CaseLine>): CaseLine {
  return {
    event: 'case',
    case: 'some/case',
    topic: 'run',
    input: { kind: 'yaml', text },
    expected: REJECTED,
    received: { accepted: {} },
    outcome: 'fail',
    level: 'documented',
    requirements: ['some/requirement'],
    durationMs: 1,
    ...fields,
  };
}

function wrongValue(path: string, requirement: string): NonNullable<CaseLine['differences']>[number] {
  return {
    kind: 'wrong',
    path,
    expected: '"off"',
    received: '"3d"',
    level: 'documented',
    requirements: [requirement],
  };
}

function explained(line: CaseLine): string[] {
  const { byDivergence } = divergentCases([line], SPEC);
  return [...byDivergence].flatMap(([{ id }, count]) => (count > 0 ? [id] : []));
}

describe('a failure of the release is explained by', () => {
  test.each([
    ['nvcc-with-image', failure('{type: task, image: a, nvcc: true}', {})],
    ['nvcc-with-image', failure('{type: task, image: a, nvcc: 1.0}', {})],
    [
      'idle-duration-off-text',
      failure("{type: task, commands: [a], idle_duration: 'off'}", {
        expected: { accepted: {} },
        received: { rejected: [] },
      }),
    ],
    [
      'python-with-image',
      failure('{type: task, image: a, python: 3}', {
        outcome: 'protocol-error',
        received: { text: 'an error' },
      }),
    ],
    [
      'max-duration-default',
      failure('{type: task, commands: [a]}', {
        expected: { accepted: {} },
        differences: [wrongValue('/max_duration', 'max_duration/default')],
      }),
    ],
  ])('%s', (id, line) => {
    expect(explained(line)).toEqual([id]);
  });
});

describe('no divergence explains', () => {
  test.each([
    ['an invalid document that was accepted for another reason', failure('{type: task, image: a}', {})],
    [
      'a crash over another document',
      failure('{type: task, image: a}', { outcome: 'protocol-error', received: { text: 'an error' } }),
    ],
    [
      'a rejection where a crash is published',
      failure('{type: task, image: a, python: 3}', {
        expected: { accepted: {} },
        received: { rejected: [] },
      }),
    ],
    [
      'a wrong value beside the published one',
      failure('{type: task, commands: [a]}', {
        expected: { accepted: {} },
        differences: [
          wrongValue('/max_duration', 'max_duration/default'),
          wrongValue('/stop_duration', 'stop_duration/default'),
        ],
      }),
    ],
    ['a text that is no YAML', failure('{', {})],
  ])('%s', (_what, line) => {
    const { others, failures } = divergentCases([line], SPEC);
    expect(others).toEqual([line]);
    expect(failures).toBe(1);
  });

  test('a fault without a case', () => {
    const fault: FaultLine = { event: 'fault', fault: 'stray-output', message: 'a line', cases: [] };
    expect(divergentCases([fault], SPEC).faults).toEqual(['a line']);
  });
});
