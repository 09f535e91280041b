import { describe, expect, test } from 'vitest';
import { compose } from './compose.ts';
import { YamlFault } from './fault.ts';
import { typeOf, type Child } from './node.ts';

/** Draws nodes as text: their types, texts in quotes, and the offset where each starts. */
function drawn({ node, start }: Child): string {
  const type = `${typeOf(node.tag) ?? node.tag}@${start}`;
  switch (node.kind) {
    case 'scalar':
      return `${type}"${node.text}"`;
    case 'sequence':
      return `${type}[${node.items.map(drawn).join(' ')}]`;
    case 'mapping':
      return `${type}{${node.pairs.map(({ key, value }) => `${drawn(key)}: ${drawn(value)}`).join(' ')}}`;
    default:
      return node satisfies never;
  }
}

test.each([
  ['a', 'str@0"a"'],
  ['12', 'int@0"12"'],
  ['"12"', 'str@0"12"'],
  ['! "12"', 'int@2"12"'],
  ['!x 12', '!x@3"12"'],
  ['! [a]', 'seq@2[str@3"a"]'],
  ['--- # c\n', 'null@8""'],
  ['a:\nb: ~', 'map@0{str@0"a": null@2"" str@3"b": null@6"~"}'],
  ['- a\n-\n- b', 'seq@0[str@2"a" null@5"" str@8"b"]'],
  ['a:\n- b\n-\nc:', 'map@0{str@0"a": seq@3[str@5"b" null@8""] str@9"c": null@11""}'],
  ['[a: b, {c}]', 'seq@0[map@1{str@1"a": str@4"b"} map@7{str@8"c": null@8""}]'],
  ['[&a b, *a]', 'seq@0[str@4"b" str@7"b"]'],
  ['&a !!str', 'str@0""'],
])('%j has the nodes %s', (text, nodes) => {
  const root = compose(text);
  expect(root && drawn(root)).toBe(nodes);
});

test.each(['', ' \n', '# c', '\u2028'])('%j holds no document', (text) => {
  expect(compose(text)).toBeUndefined();
});

describe('a fault', () => {
  test.each([
    ['[a b: c', 7],
    ['{a', 2],
    ['[a}', 2],
    ['[a,,b]', 3],
    ['[,]', 1],
    ['{a: b c: d}', 7],
    ['- a\nb: c', 4],
    ['a: b\n- c', 5],
    ['a: "b" c', 7],
    ['a\n---\nb', 2],
    ['*a', 0],
  ])('the fault in %j is at offset %d', (text, offset) => {
    expect(faultIn(text)?.offset).toBe(offset);
  });
});

function faultIn(text: string): YamlFault | undefined {
  try {
    compose(text);
  } catch (fault) {
    if (fault instanceof YamlFault) return fault;
  }
  return undefined;
}
