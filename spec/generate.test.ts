import { expect, test } from 'vitest';
import { staleComments, staleFiles } from './generate.ts';

test('every generated file is fresh', async () => {
  expect([...(await staleFiles()).keys()]).toEqual([]);
});

test('every comment of the form `id: sentence` quotes the present sentence', () => {
  expect(staleComments()).toEqual([]);
});
