import { expect, test } from 'vitest';
import { Float } from '../document/float.ts';
import { Binary, Foreign } from '../document/foreign.ts';
import { YamlFault } from './fault.ts';
import { keyOf, LIST_OF_PAIRS } from './key.ts';
import type { Child, Node } from './node.ts';

function childOf(text: string): Child {
  const node: Node = { kind: 'scalar', tag: '', type: undefined, start: 3, text };
  return { node, start: 3, isAlias: false };
}

function identityOf(value: unknown, text = ''): string {
  return keyOf(value, childOf(text)).identity;
}

test.each([
  [1, true],
  [1, new Float(1)],
  [0, false],
  [0, -0],
])('%o and %o are one key', (one, other) => {
  expect(identityOf(one)).toBe(identityOf(other));
});

test.each([
  [1, '1'],
  [true, 'True'],
  ['a', new Binary('a')],
  [1, 2],
])('%o and %o are two keys', (one, other) => {
  expect(identityOf(one)).not.toBe(identityOf(other));
});

test('null is another key than the text that it is written as', () => {
  expect(identityOf(null, '~')).not.toBe(identityOf('~'));
});

test('a key that is not text has the name that it is written as', () => {
  const { name, isText } = keyOf(new Foreign('a date', 'yaml/timestamps'), childOf('2024-01-01'));
  expect([name, isText]).toEqual(['2024-01-01', false]);
});

test.each([[[]], [{}], [new Foreign(LIST_OF_PAIRS, 'yaml/tags')]])("%o can't be a key", (value) => {
  expect(() => keyOf(value, childOf(''))).toThrow(YamlFault);
});
