import { describe, test } from 'vitest';
import { expectAccepted, expectRejected, type Broken } from '../testing/expect.ts';
import { readYaml } from './yaml.ts';

test.each<[string, unknown]>([
  ['', null],
  [' ', null],
  ['\n# c\n', null],
  ['---', null],
  ['---\n...', null],
  ['--- a', 'a'],
  ['---\na', 'a'],
  ['--- |\n a\n', 'a\n'],
  ['---\n- a\n...\n', ['a']],
  ['a: 1\n...\n...\n', { a: 1 }],
  ['a: 1\n... # c', { a: 1 }],
  ['%YAML 1.1\n---\na', 'a'],
  ['%YAML   1.9 # c\n---\na', 'a'],
  ['%YAML 1.2\n---\nno', false],
  ['%FOO\n---\na', 'a'],
  ['%FOO bar # baz\n%FOO\n---\na', 'a'],
  ['# c\n%YAML 1.1\n\n---\na', 'a'],
  ['%TAG !x! tag:yaml.org,2002:\n---\n!x!str 1', '1'],
  ['%TAG ! tag:yaml.org,2002:\n---\n!str 1', '1'],
  ['%TAG !! tag:yaml.org,2002:s\n---\n!!tr 1', '1'],
  ['----', '----'],
  ['....', '....'],
  ['a: ---', { a: '---' }],
])('%j means %j', (text, document) => {
  expectAccepted(readYaml, text, document);
});

describe('a text is refused', () => {
  test.each<[string, Broken]>([
    ['a\n---\nb', 'yaml/single-document'],
    ['---\n---\n', 'yaml/single-document'],
    ['a\n...\n---\n', 'yaml/single-document'],
    ['a\n...\n%YAML 1.1\n---\n', 'yaml/single-document'],
    ['...', 'yaml/well-formed'],
    ['--- a: b', 'yaml/well-formed'],
    ['a\n...\nb', 'yaml/well-formed'],
    ['a: 1\n...#c', 'yaml/well-formed'],
    ['a: 1\n... x', 'yaml/well-formed'],
    ['%YAML 1.1\na: 1', 'yaml/document-markers'],
    ['%YAML 1.1\n', 'yaml/document-markers'],
    ['a: 1\n...\n%FOO\n', 'yaml/document-markers'],
    ['%YAML 1.1\n%YAML 1.1\n---', 'yaml/document-markers'],
    ['%YAML 1.1#c\n---', 'yaml/document-markers'],
    ['%YAML 1\n---', 'yaml/document-markers'],
    ['%YAML\n---', 'yaml/document-markers'],
    ['%YAML 0.9\n---', 'yaml/document-markers'],
    ['%TAG ! a\n%TAG ! b\n---', 'yaml/document-markers'],
    ['%TAG a b\n---', 'yaml/document-markers'],
    ['%TAG !\n---', 'yaml/document-markers'],
    ['%é\n---', 'yaml/document-markers'],
    ['%\n---', 'yaml/document-markers'],
    ['a: 1\n%FOO\n', 'yaml/document-markers'],
  ])('%j breaks %s', (text, broken) => {
    expectRejected(readYaml, text, broken);
  });
});
