import { describe, test } from 'vitest';
import { expectAccepted, expectRejected } from '../testing/expect.ts';
import { readYaml } from './yaml.ts';

describe('a block scalar', () => {
  test.each<[string, unknown]>([
    ['|\n a\n b\n', 'a\nb\n'],
    ['>\n a\n b\n', 'a b\n'],
    ['|\n a', 'a'],
    ['|+\n a', 'a'],
    ['|-\n a\n\n', 'a'],
    ['|+\n a\n\n', 'a\n\n'],
    ['|\n a\n\n\n', 'a\n'],
    ['>+\n a\n\n\n', 'a\n\n\n'],
    ['|\n', ''],
    ['|', ''],
    ['|+\n\n\n', '\n\n'],
    ['|\n\n\n a\n', '\n\na\n'],
    ['|\n\n \n a\n', '\n\na\n'],
    ['|2\n   a\n', ' a\n'],
    ['|1-\n  a\n', ' a'],
    ['|-1\n  a\n', ' a'],
    ['>\n a\n\n b\n', 'a\nb\n'],
    ['>\n a\n  b\n c\n', 'a\n b\nc\n'],
    ['>\n a\n \tb\n c\n', 'a\n\tb\nc\n'],
    ['>\n\n a\n b\n', '\na b\n'],
    ['>\n a\n\n  b\n\n c\n', 'a\n\n b\n\nc\n'],
    ['| # c\n a\n', 'a\n'],
    ['|  \n a\n', 'a\n'],
    ['|\n # a\n', '# a\n'],
  ])('%j means %j', (text, value) => {
    expectAccepted(readYaml, text, value);
  });

  test.each<[string, unknown]>([
    ['- |\n a\n- b', ['a\n', 'b']],
    ['a: |\n b\nc: d', { a: 'b\n', c: 'd' }],
    ['a: |\n\n b\n # c\nc: d', { a: '\nb\n# c\n', c: 'd' }],
    ['a: |\n b\n# c\nc: d', { a: 'b\n', c: 'd' }],
    ['- - |\n    a\n  - b', [['a\n', 'b']]],
    ['? |\n a\n: b', { 'a\n': 'b' }],
  ])('in a collection, %j means %o', (text, document) => {
    expectAccepted(readYaml, text, document);
  });

  test.each([
    '|0\n a',
    '|10\n a',
    '|--\n a',
    '|-+\n a',
    '|x\n a',
    '| x\n a',
    '|#c\n a',
    '|\t\n a',
    '|\na',
    '|\n   \n a\n',
    '|2\n a\n',
    'a: |\n   \n b\n',
    '[|\n a\n]',
  ])('refuses %j', (text) => {
    expectRejected(readYaml, text, 'yaml/well-formed');
  });
});
