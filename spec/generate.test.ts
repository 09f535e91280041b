import { expect, test } from 'vitest';
import { staleFiles } from './generate.ts';

test('every generated file is fresh', async () => {
  expect([...(await staleFiles()).keys()]).toEqual([]);
});
