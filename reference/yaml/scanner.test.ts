import { describe, expect, test } from 'vitest';
import { expectAccepted, expectRejected } from '../testing/expect.ts';
import { scan } from './scanner.ts';
import { readYaml } from './yaml.ts';

test.each([
  ['', 'end'],
  ['a', 'scalar end'],
  ['a: b', 'block mapping ? scalar : scalar block end end'],
  ['- a\n- b', 'block sequence - scalar - scalar block end end'],
  ['a:\n- b', 'block mapping ? scalar : - scalar block end end'],
  ['- a:\n  - b', 'block sequence - block mapping ? scalar : - scalar block end block end end'],
  ['? a\n: b', 'block mapping ? scalar : scalar block end end'],
  ['{a: b, c}', '{ ? scalar : scalar , scalar } end'],
  ['[a: b]: c', 'block mapping ? [ ? scalar : scalar ] : scalar block end end'],
  ['--- &a !b *c\n...', '--- anchor tag alias ... end'],
  ['%YAML 1.1\n%TAG ! x\n%FOO\n---', 'version handle other directive --- end'],
  ['a: b\n@', 'block mapping ? scalar : scalar fault'],
])('the tokens of %j are %s', (text, kinds) => {
  expect(
    scan(text)
      .map((token) => token.kind)
      .join(' '),
  ).toBe(kinds);
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
  ])('refuses %j, which has a tab between tokens', (text) => {
    expectRejected(readYaml, text, 'yaml/well-formed');
  });

  test.each<[string, unknown]>([
    ['a: "x\ty"', { a: 'x\ty' }],
    ["a: 'x\ty'", { a: 'x\ty' }],
    ['a: |\n  x\ty\n', { a: 'x\ty\n' }],
    ['a: 1 #\tc', { a: 1 }],
  ])('reads %j, where the tab is part of a text or comment', (text, document) => {
    expectAccepted(readYaml, text, document);
  });
});

describe('signs with another meaning in YAML 1.1', () => {
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
  ])('refuses %j', (text) => {
    expectRejected(readYaml, text, 'yaml/well-formed');
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

describe('a key', () => {
  const longest = 'a'.repeat(1024);

  test.each([`${longest}: b`, `{${longest}: b}`, `${'😀'.repeat(1024)}: b`])(
    'may have 1024 characters: %.5s…',
    (text) => {
      expect(readYaml(text).kind).toBe('read');
    },
  );

  test.each([
    `${longest}a: b`,
    `{${longest}a: b}`,
    `${'😀'.repeat(1025)}: b`,
    `"${longest}": b`,
    'a\nb: c',
    '"a\n b": c',
    '[a\n]: c',
    'a: 1\n[b,\n c]: d',
    'a: 1\nb',
    'a: 1\nb\nc: d',
    'a: b: c',
    'a: [b]: c',
    'a: - b',
    'a: ? b',
    '- a\n: b',
    ':',
    '[: a]',
    '{: a}',
    '[- a]',
    '{- a}',
  ])('refuses %j', (text) => {
    expectRejected(readYaml, text, 'yaml/well-formed');
  });

  test.each<[string, unknown]>([
    [`? ${longest}a\n: b`, { [`${longest}a`]: 'b' }],
    ['[? a]', [{ a: null }]],
    ['[a: b, c:d]', [{ a: 'b' }, 'c:d']],
    ['[-a, --, -]', ['-a', '--', '-']],
    ['{"a":b}', { a: 'b' }],
    ['{a:b}', { 'a:b': null }],
    ['{a: , b}', { a: null, b: null }],
    ['- ? a\n  : b\n- c: d\n', [{ a: 'b' }, { c: 'd' }]],
    ['? a\n: - b\n', { a: ['b'] }],
    ['a:\n-\n- b\nc:\n', { a: [null, 'b'], c: null }],
    ['&a x: *a', { x: 'x' }],
  ])('%j means %o', (text, document) => {
    expectAccepted(readYaml, text, document);
  });
});

describe('indentation inside quotes and brackets', () => {
  test.each<[string, unknown]>([
    ['a: [b,\nc]\n', { a: ['b', 'c'] }],
    ['a: [\nb,\nc\n]\n', { a: ['b', 'c'] }],
    ['a: {\n}\nb: 1\n', { a: {}, b: 1 }],
    ['a:\n  b: [\n1,\n  2\n]\n  c: 3\n', { a: { b: [1, 2], c: 3 } }],
    ['a:\n  b: {c: [\n1\n], d: "\ne"}\n', { a: { b: { c: [1], d: ' e' } } }],
    ['a:\n  b: "x\ny"\n  c: 1\n', { a: { b: 'x y', c: 1 } }],
    ["a:\n  b: 'x\n\ny'\n", { a: { b: 'x\ny' } }],
    ['a:\n  b: "x\\"\ny"\n', { a: { b: 'x" y' } }],
    ["a:\n  b: 'it''s\nit'\n", { a: { b: "it's it" } }],
    ['a:\n  b: [c, # ]\nd]\n', { a: { b: ['c', 'd'] } }],
    ['a:\n  b: [it\'s,\n"]"]\n', { a: { b: ["it's", ']'] } }],
    ['- [\na]\n- "b\nc"\n- d\n', [['a'], 'b c', 'd']],
    ['a:\r\n  b: [\r\n1\r\n]\r\n', { a: { b: [1] } }],
  ])('%j means %o', (text, document) => {
    expectAccepted(readYaml, text, document);
  });

  test.each([
    'a: [b,\nc',
    'a:\n  b: [1\nc: 2\n',
    'a: "b\nc',
    'a:\n  b: "x\n---\ny"\n',
    'a: [b,\n...\nc]',
    'a: [b}\n',
    '"a"]',
    '}',
  ])('refuses %j, which is not closed', (text) => {
    expectRejected(readYaml, text, 'yaml/well-formed');
  });

  test('a value keeps the place that it has in the text', () => {
    const reading = readYaml('a:\n  b: [\n1,\n  x]\n  c: y\n');
    const places = ['/a/b', '/a/b/0', '/a/b/1', '/a/c'].map((pointer) =>
      reading.kind === 'read' ? reading.locate(pointer, 'value') : undefined,
    );
    expect(places).toEqual([
      { line: 2, column: 6 },
      { line: 3, column: 1 },
      { line: 4, column: 3 },
      { line: 5, column: 6 },
    ]);
  });
});
