import { expect, test } from 'vitest';
import { PYDANTIC_2 } from '../coercion/pydantic-2/pydantic-2.ts';
import { Float } from '../document/float.ts';
import { Foreign, Homonyms, YamlSet } from '../document/foreign.ts';
import { expectAccepted, expectRejected, type Broken } from '../testing/expect.ts';
import { envMappingReader } from './env-mapping.ts';

const readEnv = envMappingReader(PYDANTIC_2);

test.each<[unknown, object]>([
  [[], {}],
  [{}, {}],
  [['A=', 'B=a=b', 'C'], { A: '', B: 'a=b', C: { key: 'C' } }],
  [['A=\r\u2028'], { A: '\r\u2028' }],
  [new YamlSet(['A']), { A: { key: 'A' } }],
  [
    { A: 1, B: new Float(2), '': 'x', 'C D': '1\n2' },
    { A: '1', B: '2.0', '': 'x', 'C D': '1\n2' },
  ],
  [{ A: { key: 1 } }, { A: { key: '1' } }],
  [{ A: new Homonyms([1, 'b']) }, { A: 'b' }],
])('%o sets %o', (value, env) => {
  expectAccepted(readEnv, value, env);
});

test('the variables are sorted by name', () => {
  expect(Object.keys(readEnv({ b: 'x', A: 'y', _: 'z' }))).toEqual(['A', '_', 'b']);
});

test('a variable may have any name', () => {
  const env = readEnv(JSON.parse('{"__proto__": "x", "A": "y"}'));
  expect(Object.entries(env)).toEqual([
    ['A', 'y'],
    ['__proto__', 'x'],
  ]);
});

test.each<[unknown, ...Broken[]]>([
  ['', 'env/mapping-or-list'],
  [1, 'env/mapping-or-list'],
  [null, 'null/refused'],
  [['A', 'A=1'], 'env/unique'],
  [['1A', 'A=\n', 'é=1'], 'env/list-name /0', 'env/list-line /1', 'env/list-name /2'],
  [[null, true, { A: 1 }], 'null/refused /0', 'text/no-boolean /1', 'text/scalar-only /2'],
  [{ A: true, B: null, C: [] }, 'text/no-boolean /A', 'env/value /B', 'env/value /C'],
  [{ A: {} }, 'env/value /A'],
  [{ A: { key: 'A', x: 1 } }, 'env/value /A/x'],
  [{ A: { key: null } }, 'null/refused /A/key'],
  [{ A: new Homonyms([true, 'b']) }, 'text/no-boolean /A'],
  [{ A: new Foreign('a date', 'yaml/timestamps') }, 'yaml/timestamps /A'],
])('%o breaks %s', (value, ...broken) => {
  expectRejected(readEnv, value, ...broken);
});
