import { describe, test } from 'vitest';
import { expectAccepted, expectRejected } from './testing.ts';
import { readYaml } from './yaml.ts';

describe('characters that YAML does not print', () => {
  test.each(['\0', '\u0007', '\u001b', '\u007f', '\u0080', '\u009f', '\ud800', '\udc00', '\ufffe', '\uffff'])(
    '%j is refused wherever it stands',
    (character) => {
      for (const text of [
        `a: ${character}`,
        `a: "${character}"`,
        `a: 1 # ${character}`,
        `a: |\n  ${character}\n`,
      ]) {
        expectRejected(readYaml, text, 'yaml/printable');
      }
    },
  );

  test.each(['\u00a0', 'é', '\ud7ff', '\ue000', '\ufffd', '😀'])('%j is text', (character) => {
    expectAccepted(readYaml, `a: x${character}`, { a: `x${character}` });
  });

  test('escaped they are text', () => {
    expectAccepted(readYaml, 'a: "\\0\\a\\x7f\\uffff"', { a: '\0\u0007\u007f\uffff' });
  });
});

describe('tabs', () => {
  test.each([
    '\ta: 1',
    'a:\t1',
    'a: 1\n\tb: 2',
    'a: [b,\tc]',
    'a: x\ty',
    '-\ta',
    'a: |\t\n  x\n',
    'a:\n\t\n',
  ])('%j has one between tokens', (text) => {
    expectRejected(readYaml, text, 'yaml/well-formed');
  });

  test.each<[string, unknown]>([
    ['a: "x\ty"', { a: 'x\ty' }],
    ["a: 'x\ty'", { a: 'x\ty' }],
    ['a: |\n  x\ty\n', { a: 'x\ty\n' }],
    ['a: 1 #\tc', { a: 1 }],
  ])('%j has one where it means something', (text, document) => {
    expectAccepted(readYaml, text, document);
  });
});

describe('signs that mean something else in YAML 1.1', () => {
  test.each([
    '[a?b]',
    '{a: b?}',
    '[:a]',
    '{a: :b}',
    '{a\n: b}',
    '{"a\n b": c}',
    `{${'a'.repeat(1025)}: b}`,
    'a: |#c\n  x\n',
    "a: 'b",
    'a: "b\\"',
  ])('%j is not well-formed', (text) => {
    expectRejected(readYaml, text, 'yaml/well-formed');
  });

  test.each(['a: &é 1', 'a: &x.y 1', 'a: [&x/, b]', 'a: &x 1\nb: *x.\n'])(
    '%j has an anchor that is none',
    (text) => {
      expectRejected(readYaml, text, 'yaml/anchors');
    },
  );

  test.each(['a: !<> b', 'a: !!str"b"', '[!!str,a]'])('%j has a tag that is none', (text) => {
    expectRejected(readYaml, text, 'yaml/tags');
  });

  test.each<[string, unknown]>([
    ['a: b?c', { a: 'b?c' }],
    ['["a?b"]', ['a?b']],
    ['?a: b', { '?a': 'b' }],
    [':a: b', { ':a': 'b' }],
    ['-a: b', { '-a': 'b' }],
    ['{? "a\n b" : c}', { 'a b': 'c' }],
    ['{a: b:c}', { a: 'b:c' }],
    ['[a]#c', ['a']],
    ['a: &x-_1 b', { a: 'b' }],
  ])('%j means %o', (text, document) => {
    expectAccepted(readYaml, text, document);
  });
});
