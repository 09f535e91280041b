import { describe, expect, test } from 'vitest';
import { Parser, type CST } from 'yaml';
import { expectAccepted, expectRejected } from './testing.ts';
import { indentContinuations } from './yaml-indent.ts';
import { readYaml } from './yaml.ts';

describe('inside quotes and brackets, indentation means nothing', () => {
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
  ])('%j has no end', (text) => {
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

  test('so does what is wrong', () => {
    const reading = readYaml('a:\n  b: [\n1,\n *x]\n');
    expect(reading.kind === 'refused' ? reading.violations : []).toMatchObject([{ line: 4, column: 2 }]);
  });
});

describe('lines are moved', () => {
  test.each(['a: 1\n', 'a: [\n  b\n  ]\n', 'a: "b\n  c"\n', 'a: [b\n', '"'])('not in %j', (text) => {
    expect(indentContinuations(text, tokenize)).toEqual({ text, shifts: new Map() });
  });

  test('only where the library wants it, and the moves are told', () => {
    const { text, shifts } = indentContinuations('a:\n  b: [\n1\n]\nc: 2\n', tokenize);
    const [, , third = '', fourth = '', fifth] = text.split('\n');
    expect([third.trim(), fourth.trim(), fifth]).toEqual(['1', ']', 'c: 2']);
    expect([...shifts]).toEqual([
      [3, third.length - 1],
      [4, fourth.length - 1],
    ]);
  });

  test('a bounded number of times, however many places need it', () => {
    let calls = 0;
    indentContinuations('- [\n]\n'.repeat(1000), (text) => {
      calls += 1;
      return tokenize(text);
    });
    expect(calls).toBeLessThanOrEqual(100);
  });
});

function tokenize(text: string): CST.Token[] {
  return [...new Parser().parse(text)];
}
