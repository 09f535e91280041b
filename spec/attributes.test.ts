import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { examplesOf, type RejectedExample } from './catalogue.ts';
import { NAMES_AT } from './generated/attributes.ts';
import type { Requirement } from './edition.ts';
import { schemaErrors } from './schema-check.ts';
import { EDITION } from './testing/edition.ts';
import { SPEC } from './generated/editions/dstack-0.18.42/edition.ts';

/** Returns the rejected examples that JSON can say. */
function rejectedInJson(requirement: Requirement): RejectedExample[] {
  return examplesOf(SPEC, requirement)
    .filter((each) => each.kind === 'rejected')
    .filter(({ yamlOnly }) => !yamlOnly);
}

/** Returns the value in a document at a JSON Pointer; undefined if there is none. */
function valueAt(document: unknown, path: string): unknown {
  return path
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, unescaped(key)) : undefined),
      document,
    );
}

function unescaped(key: string): string {
  return key.replaceAll('~1', '/').replaceAll('~0', '~');
}

test('a requirement about the text is broken only by what JSON can not say', () => {
  const ofText = SPEC.requirements.filter(({ about }) => about === 'text');
  expect(ofText).not.toEqual([]);
  expect(ofText.flatMap(rejectedInJson).map(({ id }) => id)).toEqual([]);
});

test('if the place is a key, the path of every rejected example ends with a key of its document', () => {
  const examples = SPEC.requirements.filter(({ place }) => place === 'key').flatMap(rejectedInJson);
  expect(examples).not.toEqual([]);
  expect(examples.filter(({ yaml, path }) => valueAt(parse(yaml), path) === undefined)).toEqual([]);
});

test('every requirement about known fields has a key as its place', () => {
  const ofKeys = SPEC.requirements.filter(({ id }) => id.endsWith('known-fields'));
  expect(ofKeys.filter(({ place }) => place !== 'key').map(({ id }) => id)).toEqual([]);
});

test('a mapping of names takes any key by the schema of tasks', () => {
  const places = SPEC.requirements.flatMap(({ namesAt }) => namesAt ?? []);
  expect(places).not.toEqual([]);
  for (const place of places) {
    expect(NAMES_AT).toContain(place);
    const task = { ...(parse(SPEC.minimal.document) as object), [place.slice(1)]: { anything: 'a value' } };
    expect(schemaErrors(`${EDITION}/task`, task)).toEqual([]);
  }
});
