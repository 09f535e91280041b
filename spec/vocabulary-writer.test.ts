import { expect, test } from 'vitest';
import { KNOWN_FIELDS } from './generated/editions/dstack-0.18.42/known-fields.ts';
import { VOCABULARY } from './generated/editions/dstack-0.18.42/vocabulary.ts';
import { vocabularyOf } from './vocabulary-writer.ts';

const CLOSED = { type: 'object', additionalProperties: false } as const;

test('every mapping that has a field is a place of it, the nearest to the root first', () => {
  const { places } = vocabularyOf(
    {
      ...CLOSED,
      properties: { list: { items: { $ref: '#/$defs/Item' } }, open: { properties: { free: {} } } },
      $defs: { Item: { anyOf: [{ type: 'null' }, { ...CLOSED, properties: { deep: {}, list: {} } }] } },
    },
    { fields: [], values: [] },
  );
  expect(places).toEqual({ list: ['', '/list/*'], open: [''], deep: ['/list/*'] });
});

test('a later field stands in its mapping, and a later value at its place', () => {
  const { laterFields, laterValues } = vocabularyOf(
    {},
    {
      fields: [{ path: '/a/b', since: '1.0.0' }],
      values: [{ path: '/c/*', value: 'd', since: '2.0.0' }],
    },
  );
  expect(laterFields).toEqual([{ place: '/a', name: 'b', since: '1.0.0' }]);
  expect(laterValues).toEqual([{ place: '/c/*', name: 'd', since: '2.0.0' }]);
});

test('the edition knows a place for every field', () => {
  const places: Readonly<Record<string, readonly string[]>> = VOCABULARY.places;
  for (const name of Object.values(KNOWN_FIELDS).flat()) expect(places).toHaveProperty(name);
});
