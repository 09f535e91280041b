import { describe, expect, test } from 'vitest';
import { KNOWN_FIELDS } from '../../../spec/generated/editions/dstack-0.21.2/known-fields.ts';
import { DEFAULT_NORMAL } from '../../../spec/generated/editions/dstack-0.21.2/default-normal.ts';
import { SPEC } from '../../../spec/generated/editions/dstack-0.21.2/edition.ts';
import { isMapping } from '../../../reference/document/is-mapping.ts';
import { nameOfField } from '../../choices/offer.ts';
import { generateCases } from '../../generate.ts';
import { restricted } from '../../restricted.ts';
import { GRAMMAR } from './grammar.ts';

const NAMES = GRAMMAR.fields.map(({ path }) => nameOfField(path));
const SMALLEST = { type: 'task', commands: ['python train.py'] };

/** Returns the grammar of some fields. */
function only(...names: readonly string[]) {
  return restricted(GRAMMAR, ({ path }) => names.includes(nameOfField(path)));
}

/** Returns the keys of a document that are known there, and those of `resources`, in the form `resources.gpu`. */
function keysOf(document: unknown): string[] {
  if (!isMapping(document)) return [];
  const resources = isMapping(document['resources']) ? Object.keys(document['resources']) : [];
  return [
    ...Object.keys(document).filter((key) => (KNOWN_FIELDS.Task as readonly string[]).includes(key)),
    ...resources
      .filter((key) => (KNOWN_FIELDS.Resources as readonly string[]).includes(key))
      .map((key) => `resources.${key}`),
  ];
}

/** Fields whose value in the normal form depends on another field. */
const DECIDED_BY: Readonly<Record<string, string>> = {
  shell: 'image',
  privileged: 'docker',
  nodes: 'groups',
};

/** Returns the keys that documents with these fields may have: their own, deprecated ones, and `resources` around. */
function allowed(names: readonly string[]): Set<string> {
  const keys = GRAMMAR.fields
    .filter(({ path }) => names.includes(nameOfField(path)))
    .flatMap(({ path, keys: all }) => all.map((key) => nameOfField([...path.slice(0, -1), key])));
  return new Set([...keys, ...keys.map((key) => key.split('.')[0] ?? ''), 'type', 'commands']);
}

describe('the fields that can be declared', () => {
  test('are those of the normal form, part by part', () => {
    const parts = Object.entries(DEFAULT_NORMAL).flatMap(([name, value]) =>
      name === 'resources' && isMapping(value) ? Object.keys(value).map((part) => `${name}.${part}`) : [name],
    );
    expect([...NAMES].sort()).toEqual([...parts].sort());
  });

  test('have all keys that a document may have', () => {
    const keys = GRAMMAR.fields.flatMap(({ path, keys: all }) => (path.length === 1 ? all : []));
    expect([...keys, 'resources'].sort()).toEqual([...KNOWN_FIELDS.Task].sort());
  });
});

describe.each(
  [
    ...NAMES.map((name) => [name]),
    ['type', 'nodes', 'commands', 'resources.gpu'],
    ['image', 'python', 'nvcc', 'resources.gpu'],
    ['resources.cpu', 'resources.memory'],
    ['ports', 'env', 'volumes'],
  ].map((names) => ({ names })),
)('a grammar of $names', ({ names }) => {
  const grammar = only(...names);
  const may = allowed(names);

  test('makes documents of these fields alone, as many valid ones as invalid ones', () => {
    let given = 0;
    let invalid = 0;
    for (const { document, expected, json } of generateCases(grammar, { seed: 1, count: 400 })) {
      if (expected.kind === 'rejected') invalid += 1;
      // What only YAML can say is seen by the test of what an implementation is asked.
      if (json === undefined) continue;
      const keys = keysOf(document);
      expect(keys.filter((key) => !may.has(key))).toEqual([]);
      if (keys.some((key) => names.includes(key))) given += 1;
      if (!isMapping(document)) continue;
      for (const key of ['type', 'commands'] as const)
        if (!names.includes(key) && key in document) expect(document[key]).toEqual(SMALLEST[key]);
    }
    expect(invalid).toBeGreaterThan(150);
    expect(invalid).toBeLessThan(250);
    expect(given).toBeGreaterThan(names.includes('creation_policy') ? 80 : 150);
  });

  test('keeps the defaults of all other fields in what it expects', () => {
    for (const { expected } of generateCases(grammar, { seed: 2, count: 100, kind: 'valid' })) {
      if (expected.kind === 'rejected') continue;
      const normal = new Map<string, unknown>(Object.entries(expected.normal));
      for (const [name, value] of Object.entries(DEFAULT_NORMAL)) {
        if (name === 'resources' || name === 'commands' || names.includes(name)) continue;
        if (names.includes(DECIDED_BY[name] ?? '')) continue;
        expect([name, normal.get(name)]).toEqual([name, value]);
      }
    }
  });

  test('notes only the defaults of these fields', () => {
    const own = new Set(
      GRAMMAR.fields
        .filter(({ path }) => names.includes(nameOfField(path)))
        .flatMap((each) => each.byDefault),
    );
    const all = new Set(GRAMMAR.fields.flatMap(({ byDefault }) => byDefault));
    const noted = new Set(
      [...generateCases(grammar, { seed: 3, count: 200, kind: 'valid' })].flatMap(({ defaults }) => defaults),
    );
    expect([...noted].filter((id) => all.has(id) && !own.has(id))).toEqual([]);
  });
});

test('the smallest document stands for fields that a document needs and that are not declared', () => {
  expect(SPEC.minimal.document).toBe('type: task\ncommands: [python train.py]\n');
});

test('rules between two fields are broken only if both are declared', () => {
  expect([...only('python').mutations.keys()]).not.toContain('python/exclusive-with-image');
  expect([...only('python', 'image').mutations.keys()]).toContain('python/exclusive-with-image');
  expect([...only('resources.gpu').mutations.keys()]).not.toContain('gpu/needs-image');
  expect([...only('resources.gpu', 'image').mutations.keys()]).toContain('gpu/needs-image');
  expect([...only('nodes').mutations.keys()]).not.toContain('document/commands-image-or-groups');
  expect([...only('commands').mutations.keys()]).toContain('document/commands-image-or-groups');
});
