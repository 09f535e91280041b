import { describe, expect, test } from 'vitest';
import { expectAccepted, expectRejected } from '../testing/expect.ts';
import { Cursor } from './cursor.ts';
import { scanTag } from './property.ts';
import { readYaml } from './yaml.ts';

describe('a tag', () => {
  test.each([
    ['!', undefined, '!'],
    ['!a', '!', 'a'],
    ['!!a', '!!', 'a'],
    ['!a!b', '!a!', 'b'],
    ['!<a>', undefined, 'a'],
    ['!<!>', undefined, '!'],
    ['!a%41%c3%a9', '!', 'aAé'],
    ["!a;/?:@&=+$,_.~*'()[]", '!', "a;/?:@&=+$,_.~*'()[]"],
  ])('%s has the handle %s and the suffix %s', (text, handle, suffix) => {
    expect(scanTag(new Cursor(`${text} x`))).toEqual({ kind: 'tag', start: 0, handle, suffix });
  });

  test.each(['!<>', '!<a', '!!', '!a!', '!a.b!c', '!a"b"', '!a%4', '!a%ff', '!é', '!a{b}', '!\t', '!a\t'])(
    'refuses %s',
    (text) => {
      expectRejected(readYaml, `${text} x`, 'yaml/tags');
    },
  );

  test('a bracket directly behind a tag is part of the tag', () => {
    expectRejected(readYaml, '[!!str]', 'yaml/well-formed');
    expectAccepted(readYaml, '[!!str ]', ['']);
  });
});

describe('an anchor', () => {
  test.each<[string, unknown]>([
    ['&a b', 'b'],
    ['&a-_1 b', 'b'],
    ['&a', null],
    ['!!str &a', ''],
    ['&a !!str 1', '1'],
    ['[&a b, *a]', ['b', 'b']],
    ['{&a b: *a}', { b: 'b' }],
    ['[&a b, *a , c]', ['b', 'b', 'c']],
    ['- &a\n- *a', [null, null]],
    ['&a b: c\n*a : d', { b: 'd' }],
    ['[&a [], *a]', [[], []]],
    ['{a: &a 1, b: *a}', { a: 1, b: 1 }],
  ])('%j means %o', (text, document) => {
    expectAccepted(readYaml, text, document);
  });

  test.each([
    '& a',
    '&é a',
    '&a.b c',
    '&a/ b',
    '&a[ b',
    '*',
    '[&a b, *a.]',
    '*a',
    '[*a, &a b]',
    '[&a b, &a c]',
    '&a [*a]',
  ])('refuses %j', (text) => {
    expectRejected(readYaml, text, 'yaml/anchors');
  });

  test.each(['&a &b c', '!!str !!str c', '&a *b'])('refuses %j, which has one property too many', (text) => {
    expect(readYaml(text).kind).toBe('refused');
  });
});
