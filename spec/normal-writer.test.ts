import { describe, expect, test } from 'vitest';
import { writeNormalDefaults, writeNormalOrder, writeNormalText, type SchemaNode } from './normal-writer.ts';

const WORDS: SchemaNode = { enum: ['a', 'b-c'] };

/** The code for one key, between its name and the end of the object. */
function pieceOf(node: SchemaNode, $defs: Readonly<Record<string, SchemaNode>> = {}): string {
  const code = writeNormalText({ $defs, properties: { key: node } });
  return /`\{"key":(.*)\}`\n {2}\);\n\}\n/.exec(code)?.[1] ?? code;
}

describe('the writer of a normal form', () => {
  test.each<[string, SchemaNode, string]>([
    ['the only value, as it is', { const: 'task' }, '"task"'],
    ['a word without looking at it', WORDS, '"${value.key}"'],
    [
      'text by its pattern without looking at it',
      { type: 'string', pattern: '^[0-9.]+GB$' },
      '"${value.key}"',
    ],
    ['any text with care', { type: 'string' }, '${text(value.key)}'],
    ['text of a pattern that allows all', { type: 'string', pattern: '^a.*$' }, '${text(value.key)}'],
    ['text of a pattern that excludes', { type: 'string', pattern: '^[^a]+$' }, '${text(value.key)}'],
    ['text of a pattern for a part', { type: 'string', pattern: '[a-z]' }, '${text(value.key)}'],
    ['text or null', { type: ['string', 'null'] }, '${textOrNull(value.key)}'],
    ['a number', { type: 'integer' }, '${value.key}'],
    ['a number or null', { anyOf: [{ type: 'null' }, { type: 'number' }] }, '${value.key}'],
    [
      'a word or null',
      { anyOf: [{ type: 'null' }, WORDS] },
      '${value.key === null ? \'null\' : `"${value.key}"`}',
    ],
    ['a list of texts', { items: { type: 'string' } }, '${texts(value.key)}'],
    ['a mapping of texts', { additionalProperties: { type: 'string' } }, '${mapping(value.key, text)}'],
    [
      'a mapping of texts or words',
      { additionalProperties: { anyOf: [{ type: 'string' }, WORDS] } },
      '${mapping(value.key, (each) => `${typeof each === \'string\' ? text(each) : `"${each}"`}`)}',
    ],
    [
      'one of three mappings, told apart by their keys',
      { anyOf: ['a', 'b', 'c'].map((key) => ({ properties: { [key]: {} } })) },
      "${'a' in value.key ? value.key : 'b' in value.key ? value.key : value.key}",
    ],
    [
      'a list or false',
      { anyOf: [{ const: false }, { items: WORDS }] },
      "${value.key === false ? 'false' : texts(value.key)}",
    ],
  ])('writes %s', (_what, node, piece) => {
    expect(pieceOf(node)).toBe(piece);
  });

  test('tells two mappings apart by a key that one of them has', () => {
    const $defs = {
      One: { properties: { path: { type: 'string' }, name: { type: 'string' } } },
      Other: { properties: { path: { type: 'string' } } },
    };
    const node = { items: { anyOf: [{ $ref: '#/$defs/One' }, { $ref: '#/$defs/Other' }] } };
    expect(pieceOf(node, $defs)).toBe(
      "${list(value.key, (each) => 'name' in each ? writeOne(each) : writeOther(each))}",
    );
    expect(writeNormalText({ $defs, properties: { key: node } })).toContain(
      'function writeOther(value: Other): string {\n  return (\n    `{"path":${text(value.path)}}`\n  );\n}',
    );
  });

  test.each<[string, SchemaNode]>([
    ['a word that needs an escape', { enum: ['"'] }],
    ['a value that ends the template', { const: '`' }],
    ['a reference that leads nowhere', { $ref: '#/$defs/Nothing' }],
  ])('refuses %s', (_what, node) => {
    expect(() => pieceOf(node)).toThrow('normal-form.schema.json');
  });
});

test('the order is that of the schema', () => {
  const code = writeNormalOrder({ properties: { b: {}, a: {} } });
  expect(code).toContain('return {\n    b: value.b,\n    a: value.a,\n  };');
});

describe('the defaults', () => {
  test('are the default of each key, or its only value', () => {
    const code = writeNormalDefaults({ properties: { type: { const: 'task' }, env: { default: [] } } });
    expect(code).toContain('{\n  type: "task",\n  env: [],\n};');
  });

  test('are there for every key', () => {
    expect(() => writeNormalDefaults({ properties: { nodes: {} } })).toThrow('nodes has no default');
  });
});
