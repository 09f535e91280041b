import { expect, test } from 'vitest';
import { Foreign, Homonyms } from '../document/foreign.ts';
import type { Key } from './key.ts';
import { KeyedValues } from './keyed-values.ts';

const ONE: Key = { identity: 'number 1', name: '1', value: 1, isText: true };
const TEXT: Key = { identity: 'text 1', name: '1', value: '1', isText: true };
const NULL: Key = { identity: 'other 1', name: '1', value: null, isText: false };

function valueOf(...pairs: readonly (readonly [Key, unknown])[]): unknown {
  const keys = new KeyedValues({});
  for (const [key, value] of pairs) keys.set(keys.firstOf(key), value);
  return keys.byName().get('1');
}

test('a later value of an equal key replaces the earlier one', () => {
  expect(valueOf([ONE, null], [ONE, 'a'])).toBe('a');
});

test('of two keys with one text, the one that came later gives the value', () => {
  expect(valueOf([ONE, 'a'], [TEXT, 'b'])).toBe('b');
  expect(valueOf([ONE, 'a'], [TEXT, 'b'], [ONE, 'c'])).toBe('b');
  expect(valueOf([TEXT, 'a'], [ONE, [1]])).toEqual([1]);
});

test('a value that may be invalid is kept beside the one that replaces it', () => {
  expect(valueOf([ONE, null], [TEXT, 'b'])).toEqual(new Homonyms([null, 'b']));
});

test('a key that has no text takes all values of its name with it', () => {
  expect(valueOf([TEXT, 'a'], [NULL, 'b'])).toEqual(new Foreign('a value whose key is no text', 'yaml/keys'));
});

test('it starts with the entries that are there', () => {
  const keys = new KeyedValues({ a: 1, 1: null });
  keys.set(keys.firstOf(ONE), 'b');
  expect([...keys.byName()]).toEqual([
    ['1', new Homonyms([null, 'b'])],
    ['a', 1],
  ]);
});
