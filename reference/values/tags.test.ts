import { expect, test } from 'vitest';
import { Foreign } from '../document/foreign.ts';
import { expectAccepted, expectRejected, type Broken } from '../testing/expect.ts';
import { readTags } from './tags.ts';

test.each<[Record<string, string>]>([
  [{}],
  [{ _: '', '-': 'x' }],
  [{ ['k'.repeat(60)]: 'v'.repeat(256) }],
  [{ 'k\n': `${'v'.repeat(256)}\n` }],
  [{ a: ' .:/=_-+@' }],
])('%o are tags', (tags) => {
  expectAccepted(readTags, tags, tags);
});

test('they are sorted', () => {
  expect(Object.keys(readTags({ b: 'x', A: 'y' }))).toEqual(['A', 'b']);
});

test.each<[unknown, ...Broken[]]>([
  [[], 'tags/mapping'],
  ['a', 'tags/mapping'],
  [{ '': 'x' }, 'tags/key /'],
  [{ 'k\n\n': 'x', é: 'x' }, 'tags/key /k\n\n', 'tags/key /é'],
  [{ ['k'.repeat(61)]: 'x' }, `tags/key /${'k'.repeat(61)}`],
  [{ a: 'x,y', b: 'é', c: 'v'.repeat(257) }, 'tags/value /a', 'tags/value /b', 'tags/value /c'],
  [{ a: 1, b: null, c: true }, 'tags/text /a', 'tags/text /b', 'tags/text /c'],
  [{ a: new Foreign('a date', 'yaml/timestamps') }, 'yaml/timestamps /a'],
])('%o breaks %s', (value, ...broken) => {
  expectRejected(readTags, value, ...broken);
});
