import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as atomicWrite from '../files/atomic-write.ts';
import { INTERPRETER } from '../testing/edition.ts';
import { goldenExitCode, writeGolden } from './golden.ts';

/** A folder that refuses to be written to is not enough: root may write everywhere. */
vi.mock('../files/atomic-write.ts', async (original) => {
  const real = await original<typeof atomicWrite>();
  return {
    ...real,
    writeAtomically: (path: string, text: string) =>
      path.endsWith('b.golden.json')
        ? Promise.reject(
            new real.UnwritableError(path, Object.assign(new Error('EACCES'), { code: 'EACCES' })),
          )
        : real.writeAtomically(path, text),
  };
});

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'golden-'));
  for (const name of ['a', 'b', 'c'])
    await writeFile(join(folder, `${name}.dstack.yml`), 'type: task\nimage: a\n');
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

test('a golden file that can’t be written spoils no other one, and is named with the reason', async () => {
  const results = await writeGolden(INTERPRETER, [folder]);
  expect(results.map(({ kind }) => kind)).toEqual(['written', 'unwritable', 'written']);
  expect(results[1]).toMatchObject({
    reason: expect.stringMatching(/b\.golden\.json .*permission denied/) as string,
  });
  expect(goldenExitCode(results)).toBe(2);
  expect((await readdir(folder)).filter((name) => name.endsWith('.json'))).toEqual([
    'a.golden.json',
    'c.golden.json',
  ]);
});
