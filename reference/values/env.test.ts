import { describe, expect, test } from 'vitest';
import { envReader } from './env.ts';
import { PYDANTIC_1 } from '../coercion/pydantic-1/pydantic-1.ts';
import { Float } from '../document/float.ts';
import { Foreign, Homonyms, YamlSet } from '../document/foreign.ts';
import { expectAccepted, expectRejected, type Broken } from '../testing/expect.ts';

const readEnv = envReader(PYDANTIC_1);

describe('a list of variables', () => {
  test.each<[unknown, string[]]>([
    [[], []],
    [['A=1'], ['A=1']],
    [['A'], ['A']],
    [['A='], ['A=']],
    [['A=b=c'], ['A=b=c']],
    [
      ['B=1', 'A=2', 'a=3', '_=4'],
      ['A=2', 'B=1', '_=4', 'a=3'],
    ],
    [
      ['A=1', 'A0=2', 'A-=3', 'A_=4'],
      ['A=1', 'A-=3', 'A0=2', 'A_=4'],
    ],
    [
      ['', '1', true],
      ['', '1', 'True'],
    ],
    [['=x'], ['=x']],
    [new YamlSet(['A=1']), ['A=1']],
  ])('%o means %j', (value, env) => {
    expectAccepted(readEnv, value, env);
  });

  test.each<[unknown, ...Broken[]]>([
    [['A=1', 'A=2'], 'env/unique'],
    [['A=1', 'B', 'A'], 'env/unique'],
    [['A', 'A', 'A'], 'env/unique', 'env/unique'],
    [['A=1', null], 'null/refused /1'],
    [[new Foreign('a date', 'yaml/timestamps')], 'yaml/timestamps /0'],
    [[{ A: 1 }, ['A']], 'text/scalar-only /0', 'text/scalar-only /1'],
  ])('%o breaks %s', (value, ...broken) => {
    expectRejected(readEnv, value, ...broken);
  });
});

describe('a mapping of variables', () => {
  test.each<[unknown, string[]]>([
    [{}, []],
    [{ A: '' }, ['A=']],
    [{ B: 1, A: 'x=y' }, ['A=x=y', 'B=1']],
    [{ A: true, B: new Float(1), C: 0.001, D: 1e-5 }, ['A=True', 'B=1.0', 'C=0.001', 'D=1e-05']],
    [{ A: { key: 'A' } }, ['A']],
    [{ A: { key: 1 } }, ['A']],
    [{ 'a b': '', '': 1 }, ['=1', 'a b=']],
    [{ '\u{10000}': 1, '\uffff': 2 }, ['\uffff=2', '\u{10000}=1']],
    [{ 2: 'b', 10: 'a' }, ['10=a', '2=b']],
  ])('%o means %j', (value, env) => {
    expectAccepted(readEnv, value, env);
  });

  test('the last value of keys that read as one name counts', () => {
    expectAccepted(readEnv, { 1: new Homonyms([{ key: 'A' }, 'x']), 2: new Homonyms(['x', { key: 'A' }]) }, [
      '1=x',
      '2',
    ]);
  });

  test('a variable may have the name of an inherited property', () => {
    const mapping: unknown = JSON.parse('{"toString": 1, "constructor": {"key": "x"}, "__proto__": 2}');
    expectAccepted(readEnv, mapping, ['__proto__=2', 'constructor', 'toString=1']);
  });

  test.each<[unknown, ...Broken[]]>([
    [{ 'a/~b': null }, 'env/value /a~1~0b'],
    [{ A: [1] }, 'env/value /A'],
    [{ A: {} }, 'env/value /A'],
    [{ A: { key: 'A', x: 1 } }, 'env/value /A'],
    [{ A: { key: null } }, 'env/value /A'],
    [{ A: { key: ['A'] } }, 'env/value /A'],
    [{ A: { Key: 'A' } }, 'env/value /A'],
    [{ 'a/~b': new Foreign('a date', 'yaml/timestamps') }, 'yaml/timestamps /a~1~0b'],
    [{ A: null, B: 1, C: [] }, 'env/value /A', 'env/value /C'],
    [{ A: 1, 'A=': 2 }, 'env/unique'],
    [{ 1: new Homonyms([null, 'x']) }, 'env/value /1'],
    [{ 1: new Homonyms(['x', [], 'y']) }, 'env/value /1'],
    [{ 1: new Homonyms([new Foreign('a date', 'yaml/timestamps'), 'x']) }, 'yaml/timestamps /1'],
  ])('%o breaks %s', (value, ...broken) => {
    expectRejected(readEnv, value, ...broken);
  });
});

test.each<[unknown]>([
  ['A=1'],
  [''],
  [1],
  [true],
  [new Foreign('a list of pairs', 'yaml/tags')],
  [undefined],
])('%o is neither a mapping nor a list', (value) => {
  expectRejected(readEnv, value, 'env/mapping-or-list');
});

test('refuses null', () => {
  expectRejected(readEnv, null, 'null/refused');
});

/** By code point, `\ue000` comes before the surrogates of `\u{1f600}`; by UTF-16 unit, it comes after them. */
const IN_ORDER = ['A', 'B', 'Z', '_', 'a', 'é', '\ue000', '\u{1f600}'];

test.each([1, 2, 3])('sorts variables by code point, few or %i times as many', (times) => {
  const names = IN_ORDER.flatMap((name) =>
    Array.from({ length: times }, (_, index) => name + '0'.repeat(index)),
  );
  const ordered = names.map((name) => `${name}=1`);
  for (let turn = 0; turn < ordered.length; turn += 1) {
    const turned = [...ordered.slice(turn), ...ordered.slice(0, turn)];
    expect(readEnv(turned)).toEqual(ordered);
    expect(readEnv(turned.reverse())).toEqual(ordered);
  }
});
