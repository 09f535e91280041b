import { describe, test } from 'vitest';
import { Float } from '../document/float.ts';
import { Binary, Foreign, Homonyms, YamlSet } from '../document/foreign.ts';
import { expectAccepted, expectRejected, type Broken } from '../testing/expect.ts';
import { readYaml } from './yaml.ts';

describe('a tag chooses the type', () => {
  test.each<[string, unknown]>([
    ['!!str 1', '1'],
    ['!!str', ''],
    ['!!str null', 'null'],
    ['!!int "12"', 12],
    ['!!float 1', new Float(1)],
    ['!!bool "yes"', true],
    ['!!null abc', null],
    ['!!seq [a]', ['a']],
    ['!!map {a: b}', { a: 'b' }],
    ['!!set {a, b}', new YamlSet(['a', 'b'])],
    ['!!set {a, a}', new YamlSet(['a'])],
    ['!!set {1, "1", 1.0, true}', new YamlSet([1, '1'])],
    ['!!set {~, "~", !!binary fg==}', new YamlSet([null, '~', new Binary('~')])],
    ['!!binary aGVsbG8=', new Binary('hello')],
    ['!!binary "aGVs bG8="', new Binary('hello')],
    ['!!binary /w==', new Foreign('binary data', 'yaml/tags')],
    ['!!timestamp 2024-01-01', new Foreign('a date', 'yaml/timestamps')],
    ['2024-01-01', new Foreign('a date', 'yaml/timestamps')],
    ['!!omap [a: 1]', new Foreign('a list of pairs', 'yaml/tags')],
    ['!!pairs [a: 1, a: 2]', new Foreign('a list of pairs', 'yaml/tags')],
    ['!!pairs []', []],
    ['! 12', 12],
    ['! "12"', 12],
    ['!<tag:yaml.org,2002:str> 1', '1'],
    ['%TAG !y! tag:yaml.org,2002:\n---\n!y!str 1', '1'],
    ['!!%73tr 1', '1'],
  ])('%j is %o', (text, value) => {
    expectAccepted(readYaml, text, value);
  });

  test.each([
    '!x a',
    '!!foo a',
    '!<x> a',
    '!!python/none a',
    '!!int abc',
    '!!int [1]',
    '!!str [a]',
    '!!str {a: b}',
    '!!seq a',
    '!!seq {a: b}',
    '!!map [a]',
    '!!map a',
    '!!set [a]',
    '!!bool y',
    '!!float x',
    '!!timestamp x',
    '!!binary a',
    '!!pairs [a]',
    '!!omap {a: b}',
    '!h!x a',
  ])('refuses %j', (text) => {
    expectRejected(readYaml, text, 'yaml/tags');
  });
});

describe('a key', () => {
  const anotherKey = new Foreign('a value whose key is no text', 'yaml/keys');

  test.each<[string, unknown]>([
    ['1: a', { 1: 'a' }],
    ['1.0: a', { '1.0': 'a' }],
    ['true: a', { True: 'a' }],
    ['0x10: a', { 16: 'a' }],
    ['"1": a', { 1: 'a' }],
    ['=: a', { '=': 'a' }],
    ['? !!value {x: 1, =: b}\n: a', { b: 'a' }],
    ['? a b\n: c', { 'a b': 'c' }],
    ['"<<": a', { '<<': 'a' }],
    ['!!str <<: a', { '<<': 'a' }],
    ['!!binary YQ==: b', { a: 'b' }],
    ['1: a\n1.0: b\ntrue: c', { 1: 'c' }],
    ['1: a\n"1": b', { 1: 'b' }],
    ['1: a\n"1": b\ntrue: c', { 1: 'b' }],
    ['"1": a\n1: b', { 1: 'b' }],
    ['1:\n"1": b', { 1: new Homonyms([null, 'b']) }],
    ['a: 1\n"1": b\n1:\nc: 2', { a: 1, 1: null, c: 2 }],
    ['1: [a]\n"1": b\n!!binary MQ==: c', { 1: new Homonyms([['a'], 'b', 'c']) }],
    ['1:\n1.0: a\n"1": b', { 1: 'b' }],
    ['~: a', { '~': anotherKey }],
    ['2024-01-01: a', { '2024-01-01': anotherKey }],
    ['~: a\n"~": b', { '~': anotherKey }],
    ['"~": a\n~: b', { '~': anotherKey }],
  ])('%j means %o', (text, document) => {
    expectAccepted(readYaml, text, document);
  });

  test.each<[string, Broken]>([
    ['[a]: b', 'yaml/keys'],
    ['{a: b}: c', 'yaml/keys'],
    ['? [a]\n: b', 'yaml/keys'],
    ['? {}\n: b', 'yaml/keys'],
    ['a: =', 'yaml/value-key'],
    ['[=]', 'yaml/value-key'],
    ['? !!value [b]\n: a', 'yaml/tags'],
    ['a: <<', 'yaml/tags'],
  ])('%j breaks %s', (text, broken) => {
    expectRejected(readYaml, text, broken);
  });
});
