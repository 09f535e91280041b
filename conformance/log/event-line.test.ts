import { describe, expect, it } from 'vitest';
import { caseText } from './event-line.ts';
import { readEventLog } from './event-log.ts';
import { fault } from '../protocol/fault.ts';
import type { CaseResult, Outcome, Received } from '../judge/outcome.ts';
import { scriptedCase } from '../testing/scripted.ts';

function line(outcome: Outcome, received: Received = { kind: 'nothing' }, more: Partial<CaseResult> = {}) {
  const text = caseText(
    { test: scriptedCase('a/b'), outcome, received, durationMs: 1.23456, ...more },
    'run',
  );
  const { lines, damaged } = readEventLog(`${text}\n`);
  expect(damaged).toEqual([]);
  const [only] = lines;
  if (only?.event !== 'case') throw new Error('no case line');
  return only;
}

describe('caseText', () => {
  it.each<[Outcome, unknown]>([
    [
      { kind: 'pass', canonical: true },
      { outcome: 'pass', level: null, canonical: true },
    ],
    [
      { kind: 'pass', path: 'miss' },
      { outcome: 'pass', level: null, path: 'miss' },
    ],
    [
      { kind: 'fail', level: 'observed', message: 'm', requirements: ['disk/default'], differences: [] },
      { outcome: 'fail', level: 'observed', broken: ['disk/default'] },
    ],
    [
      { kind: 'crash', exit: { code: null, signal: 'SIGSEGV' }, message: 'm' },
      { outcome: 'crash', level: 'documented', exit: { code: null, signal: 'SIGSEGV' } },
    ],
    [
      { kind: 'hang', message: 'm' },
      { outcome: 'hang', level: 'documented' },
    ],
    [
      { kind: 'protocol-error', fault: fault('bad-json', 'm', 't') },
      { outcome: 'protocol-error', level: 'documented', fault: 'bad-json' },
    ],
    [
      { kind: 'unsupported', reason: 'r' },
      { outcome: 'unsupported', level: null, message: 'r' },
    ],
    [
      { kind: 'not-run', reason: 'r' },
      { outcome: 'not-run', level: null, message: 'r' },
    ],
  ])('fits the schema: %j', (outcome, expected) => {
    expect(line(outcome)).toMatchObject({
      event: 'case',
      case: 'a/b',
      topic: 'run',
      durationMs: 1.235,
      ...(expected as object),
    });
  });

  it('keeps differences, standard error, and the second outcome', () => {
    const difference = {
      kind: 'left-out',
      path: '/a',
      expected: '1',
      received: undefined,
      level: 'observed',
      requirements: ['disk/default'],
    } as const;
    const fail: Outcome = {
      kind: 'fail',
      level: 'observed',
      message: '',
      requirements: [],
      differences: [difference],
    };
    expect(line(fail, undefined, { stderr: '\u001b[31m', nondeterministic: 'pass' })).toMatchObject({
      differences: [{ ...difference, received: null }],
      stderr: '\u001b[31m',
      nondeterministic: 'pass',
    });
  });

  it('keeps an answer exactly as written, on one line', () => {
    const result: Received = { kind: 'result', json: '{"accepted":\r{"nodes":1.0}}' };
    const text = caseText(
      { test: scriptedCase('a'), outcome: { kind: 'pass' }, received: result, durationMs: 0 },
      'run',
    );
    expect(text).toContain('"received":{"accepted": {"nodes":1.0}},');
    expect(text).not.toMatch(/[\r\n]/);
  });

  it('keeps an answer as text if it nests deeper than JSON readers accept', () => {
    const json = `{"rejected":[${'['.repeat(1000)}${']'.repeat(1000)}]}`;
    expect(line({ kind: 'pass' }, { kind: 'result', json }).received).toEqual({ text: json });
  });

  it('shortens an answer of megabytes', () => {
    const result: Received = { kind: 'result', json: `{"rejected":["${'x'.repeat(10_000_000)}"]}` };
    expect(JSON.stringify(line({ kind: 'pass' }, result)).length).toBeLessThan(100_000);
  });
});
