import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryOf } from '../choices/arbitrary.ts';
import { Pen } from '../choices/pen.ts';
import { drawVariables, normalVariables } from './variable.ts';

const batches = fc.sample(
  arbitraryOf((source) => drawVariables(new Pen(source))),
  { seed: 1, numRuns: 20_000 },
);

const names = [...new Set(batches.flat().map(({ name }) => name))];

test('variables of one task have different names', () => {
  for (const batch of batches) expect(new Set(batch.map(({ name }) => name)).size).toBe(batch.length);
});

test('no name holds a character that ends a name', () => {
  expect(names.filter((name) => name.includes('='))).toEqual([]);
});

test('the normal form sorts names by code point, not by UTF-16 unit, locale or case', () => {
  const sorted = normalVariables([...new Map(batches.flat().map((each) => [each.name, each])).values()]);
  const order = sorted.map((text) => text.split('=', 1)[0] ?? '');
  const byCodePoint = names.toSorted((left, right) => Buffer.compare(Buffer.from(left), Buffer.from(right)));
  expect(order).toEqual(byCodePoint);
  expect(order).not.toEqual(names.toSorted());
  expect(order).not.toEqual(names.toSorted((left, right) => left.localeCompare(right)));
});
