import { describe, test } from 'vitest';
import { expectAccepted, expectRejected } from '../testing/expect.ts';
import { readYaml } from './yaml.ts';

describe('text in quotes', () => {
  test.each<[string, unknown]>([
    ['""', ''],
    ["''", ''],
    ["''''", "'"],
    ["'a''b'", "a'b"],
    ['"a\'b"', "a'b"],
    ["'a\"\\n'", 'a"\\n'],
    ['" a  b "', ' a  b '],
    ['"\ta\t"', '\ta\t'],
    ['"a\nb"', 'a b'],
    ['"a \n\t b"', 'a b'],
    ['"a\n\n\nb"', 'a\n\nb'],
    ['"\na\n"', ' a '],
    ['"a\\\nb"', 'ab'],
    ['"a \\\n  b"', 'a b'],
    ['"a\\\n\n b"', 'a\nb'],
    ['"a\\ \n b"', 'a  b'],
    ['"\\0\\a\\b\\t\\\t\\n\\v\\f\\r\\e\\ \\"\\\\\\/"', '\0\x07\b\t\t\n\v\f\r\x1b "\\/'],
    ['"\\N\\_\\L\\P"', '\x85\xa0\u2028\u2029'],
    ['"\\x41\\u00e9\\U0001F600"', 'Aé😀'],
    ['"\\ud83d\\ude00"', '😀'],
    ['"#"', '#'],
    ['"a" # c', 'a'],
  ])('%j means %j', (text, value) => {
    expectAccepted(readYaml, text, value);
  });

  test.each([
    '"',
    "'",
    '"a',
    "'a''",
    '"a\\"',
    '"\\q"',
    '"\\\'"',
    '"\\x4"',
    '"\\u12"',
    '"\\U00110000"',
    '"\\U1234"',
    '"a" b',
    '"a\n---\nb"',
    "'a\n... b'",
  ])('refuses %j, which has no end or a wrong escape', (text) => {
    expectRejected(readYaml, text, 'yaml/well-formed');
  });
});

describe('plain text', () => {
  test.each<[string, unknown]>([
    ['a b', 'a b'],
    ['a  b  ', 'a  b'],
    ['a\nb', 'a b'],
    ['a\n\n  b', 'a\nb'],
    ['a #b', 'a'],
    ['a#b', 'a#b'],
    ['a\n#b', 'a'],
    ['a:b', 'a:b'],
    ['a::b', 'a::b'],
    ['::a', '::a'],
    ['a]', 'a]'],
    ['a, b', 'a, b'],
    ['a{b}', 'a{b}'],
    ["a'b", "a'b"],
    ['-a', '-a'],
    ['?a', '?a'],
    ['a &b *c !d', 'a &b *c !d'],
    ['a\n%b', 'a %b'],
    ['a\n...', 'a'],
    ['a\n----', 'a ----'],
    ['- a\n b', ['a b']],
    ['a: b\n c\n  d', { a: 'b c d' }],
    ['[a b, c\nd]', ['a b', 'c d']],
    ['[a:b, http://c]', ['a:b', 'http://c']],
    ['{a: b#c}', { a: 'b#c' }],
    ['[a#b, -c]', ['a#b', '-c']],
  ])('%j means %j', (text, value) => {
    expectAccepted(readYaml, text, value);
  });

  test.each([
    'a\tb',
    'a \tb',
    'a\n\tb',
    'a: b\nc',
    '- a\nb',
    'a\n#b\nc',
    'a:\tb',
    '%a',
    '@a',
    '`a',
    '[:a]',
    '[a?b]',
    '{a: b]}',
  ])('refuses %j', (text) => {
    expectRejected(readYaml, text, text === '%a' ? 'yaml/document-markers' : 'yaml/well-formed');
  });
});
