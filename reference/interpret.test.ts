import { describe, expect, test } from 'vitest';
import type { Coercion } from './coercion/coercion.ts';
import { PYDANTIC_1 } from './coercion/pydantic-1/pydantic-1.ts';
import { reject } from './document/violation.ts';
import { interpret, trace } from './interpret.ts';
import { expectAccepted, expectRejected } from './testing/expect.ts';
import { toyLanguage } from './testing/toy-language.ts';

const TOY = toyLanguage(PYDANTIC_1);

function read(document: unknown): unknown {
  return interpret(TOY, document);
}

describe('a language of two fields', () => {
  test('gives its own normal form, every field filled in', () => {
    expectAccepted(read, { kind: 'toy' }, { kind: 'toy', nodes: 1, name: null });
    expectAccepted(read, { nodes: '2', kind: 'toy', name: 'ab' }, { kind: 'toy', nodes: 2, name: 'ab' });
  });

  test('has fields, and names that were fields, of its own', () => {
    expectRejected(read, { kind: 'toy', commands: [] }, 'document/known-fields /commands');
    const verdict = interpret(TOY, { kind: 'toy', size: 1 });
    expect(verdict.kind === 'rejected' && verdict.violations[0]?.message).toContain('legacy');
  });

  test('has rules of its own, which say nothing of a field that can not be read', () => {
    expectRejected(read, { kind: 'toy', nodes: 2 }, 'document/commands-or-image /name');
    expectRejected(read, { kind: 'toy', nodes: 2, name: 'A' }, 'name/format /name');
  });

  test('says of a document that follows another page only that', () => {
    expectRejected(read, { kind: 'game', nodes: 0 }, 'type/task /kind');
    expectRejected(read, { kind: 'other', nodes: 0 }, 'type/task /kind', 'nodes/positive /nodes');
  });

  test('notes the origin of each value', () => {
    const { origins } = trace(TOY, { kind: 'toy', name: 'ab' });
    expect([...origins].map(([path, { kind }]) => `${path} ${kind}`).sort()).toEqual([
      '/kind given',
      '/name given',
      '/nodes default',
    ]);
  });
});

test('the coercion that a language is made with decides what scalars are', () => {
  const strict: Coercion = {
    ...PYDANTIC_1,
    integer: (value) => (typeof value === 'number' ? value : reject('integer/other', 'no number')),
  };
  expect(interpret(TOY, { kind: 'toy', nodes: true, name: 'ab' }).kind).toBe('accepted');
  expectRejected(
    (document: unknown) => interpret(toyLanguage(strict), document),
    { kind: 'toy', nodes: true },
    'integer/other /nodes',
  );
});
