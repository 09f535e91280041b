import { expect, test } from 'vitest';
import { Foreign, YamlSet } from '../document/foreign.ts';
import { itemsOf, listOf } from './list.ts';
import { expectAccepted, expectRejected, type Broken } from '../testing/expect.ts';
import { readText } from '../coercion/pydantic-1/text.ts';

const readTexts = listOf(readText);

test.each<[unknown, string[]]>([
  [[], []],
  [
    ['a', 1, true],
    ['a', '1', 'True'],
  ],
  [new YamlSet(['a']), ['a']],
])('%o is a list of %j', (value, items) => {
  expectAccepted(readTexts, value, items);
});

test.each<[unknown, ...Broken[]]>([
  ['a', 'list/sequence'],
  [1, 'list/sequence'],
  [{}, 'list/sequence'],
  [{ 0: 'a', length: 1 }, 'list/sequence'],
  [new Foreign('a list of pairs', 'yaml/tags'), 'list/sequence'],
  [null, 'null/refused'],
  [['a', null, 'b', []], 'null/refused /1', 'text/scalar-only /3'],
  [[new Foreign('a date', 'yaml/timestamps')], 'yaml/timestamps /0'],
])('%o breaks %s', (value, ...broken) => {
  expectRejected(readTexts, value, ...broken);
});

test('a mapping with the key `length` has no items', () => {
  expect(itemsOf({ length: 0 })).toBeUndefined();
});
