import { describe, expect, test } from 'vitest';
import { readAnswerLine } from './read-answer.ts';

function answer(fields: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ jsonrpc: '2.0', id: 3, ...fields });
}

describe('an answer of the adapter', () => {
  test('is accepted with a normal form', () => {
    expect(readAnswerLine(answer({ result: { accepted: { nodes: 1 } } }))).toEqual({
      id: 3,
      measured: { verdict: 'accepted', normal: { nodes: 1 } },
    });
  });

  test('is rejected with a stage, a check, and the places that were named', () => {
    const rejected = [
      { message: 'no', stage: 'apply', check: 'reparse', path: '/a' },
      { message: 'no', stage: 'apply', check: 'reparse', path: '/b' },
    ];
    expect(readAnswerLine(answer({ result: { rejected } })).measured).toEqual({
      verdict: 'rejected',
      stage: 'apply',
      paths: ['/a', '/b'],
      checks: ['reparse'],
    });
  });

  test('is rejected without places where the release names none', () => {
    const rejected = [{ message: 'no', stage: 'yaml' }];
    expect(readAnswerLine(answer({ result: { rejected } })).measured).toEqual({
      verdict: 'rejected',
      stage: 'yaml',
    });
  });

  test('is a crash where the error names a stage', () => {
    const error = { code: -32603, message: 'dstack crashed', data: { stage: 'model-crash' } };
    expect(readAnswerLine(answer({ error })).measured).toEqual({ verdict: 'crashed', stage: 'model-crash' });
  });

  test.each([
    ['an error of the adapter itself', answer({ error: { code: -32602, message: 'params' } })],
    ['a result of another shape', answer({ result: { unsupported: 'why' } })],
    ['a message without an id', '{"jsonrpc":"2.0","result":{"rejected":[]}}'],
    ['a line that is no JSON', 'Traceback'],
  ])('throws for %s, so that nothing else counts as a measurement', (_what, line) => {
    expect(() => readAnswerLine(line)).toThrow();
  });
});
