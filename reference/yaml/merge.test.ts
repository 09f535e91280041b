import { describe, expect, test } from 'vitest';
import { YamlSet } from '../document/foreign.ts';
import { expectAccepted, expectRejected, type Broken } from '../testing/expect.ts';
import { readYaml } from './yaml.ts';

describe('<< merges', () => {
  test.each<[string, unknown]>([
    ['<<: {a: 1}', { a: 1 }],
    ['<<: {a: 1, b: 2}\na: 3', { a: 3, b: 2 }],
    ['a: 3\n<<: {a: 1, b: 2}', { a: 3, b: 2 }],
    ['<<: [{a: 1}, {a: 2, b: 3}]', { a: 1, b: 3 }],
    ['<<: []', {}],
    ['<<: {<<: {a: 1}, b: 2}', { a: 1, b: 2 }],
    ['<<: {a: 1}\n<<: {a: 2, b: 2}', { a: 2, b: 2 }],
    ['x: &x {a: 1}\ny: {<<: *x, b: 2}', { x: { a: 1 }, y: { a: 1, b: 2 } }],
    ['x: &x {a: 1}\ny: &y {b: 2}\nz: {<<: [*x, *y]}', { x: { a: 1 }, y: { b: 2 }, z: { a: 1, b: 2 } }],
    ['x: &x {a: 1}\ny: {<<: *x}\nz: {<<: *x, a: 2}', { x: { a: 1 }, y: { a: 1 }, z: { a: 2 } }],
    ['a: &a {<<: *a}', { a: {} }],
    ['a: &a {b: 1, <<: *a}', { a: { b: 1 } }],
    ['a: &a\n  <<: *a\n  b: 1', { a: { b: 1 } }],
    ['a: &a {<<: [*a, *a], b: 1}', { a: { b: 1 } }],
    ['a: &a {b: 1, <<: *a, c: 2, <<: *a}', { a: { b: 1, c: 2 } }],
    ['a: &a {b: 1, <<: [{b: 2, c: 3}, *a]}', { a: { b: 1, c: 3 } }],
    ['a: &a {<<: *a, b: 1, <<: {b: 2, c: 3}}', { a: { b: 1, c: 3 } }],
    ['a: &a {b: 1, <<: {<<: {<<: *a, d: 4}, c: 3}}', { a: { b: 1, c: 3, d: 4 } }],
    ['a: &a {b: 1, <<: &b {c: 2, <<: [*a, *b]}}\nd: *b', { a: { b: 1, c: 2 }, d: { b: 1, c: 2 } }],
    ['a: &a [{b: 1}, {c: 2, <<: *a}]', { a: [{ b: 1 }, { c: 2, b: 1 }] }],
    ['&a {b: 1, <<: *a}', { b: 1 }],
    ['a: &a !!set {? b, <<: *a}', { a: new YamlSet(['b']) }],
    ['a: &a {b: 1, <<: !!omap [*a]}', { a: { b: 1 } }],
    ['? <<\n: {a: 1}', { a: 1 }],
    ['! <<: {a: 1}', { a: 1 }],
    ['!!merge x: {a: 1}', { a: 1 }],
    ['"<<": {a: 1}', { '<<': { a: 1 } }],
    ["'<<': {a: 1}", { '<<': { a: 1 } }],
    [
      '<<: {__proto__: 1}\nb: 2',
      Object.fromEntries([
        ['__proto__', 1],
        ['b', 2],
      ]),
    ],
  ])('%j means %o', (text, document) => {
    expectAccepted(readYaml, text, document);
  });

  test.each<[string, Broken]>([
    ['<<: a', 'yaml/merge-keys'],
    ['<<: 1', 'yaml/merge-keys'],
    ['<<:', 'yaml/merge-keys'],
    ['<<: [a]', 'yaml/merge-keys'],
    ['<<: [[{a: 1}]]', 'yaml/merge-keys'],
    ['<<: [{a: 1}, null]', 'yaml/merge-keys'],
    ['<<: *x', 'yaml/anchors'],
    ['a: &a {b: {<<: *a}}', 'yaml/anchors'],
    ['a: &a {? {<<: *a} : 1}', 'yaml/anchors'],
    ['a: &a !!str {=: *a}', 'yaml/tags'],
    [`a: &a {b: 1${', <<: *a'.repeat(30)}}`, 'yaml/merge-keys'],
    ['<<: {[a]: 1}', 'yaml/keys'],
  ])('%j breaks %s', (text, broken) => {
    expectRejected(readYaml, text, broken);
  });

  test('a merged value has the place of its key', () => {
    const reading = readYaml('x: &x {a: 1}\ny:\n  <<: *x\n  b: 2\n');
    expect(reading.kind === 'read' ? reading.locate('/y/b', 'value') : undefined).toEqual({
      line: 4,
      column: 6,
    });
    expect(reading.kind === 'read' ? reading.locate('/y/a', 'key') : undefined).toEqual({
      line: 1,
      column: 8,
    });
  });
});
