import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { missingProgram } from './missing-program.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'missing-'));
  await mkdir(join(folder, 'sub'));
  await writeFile(join(folder, 'text'), '');
  await writeFile(join(folder, 'tool'), '');
  await chmod(join(folder, 'tool'), 0o755);
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

it.each([
  ['nothing', 'there is no program'],
  ['text/below', 'there is no program'],
  ['sub', 'is no program'],
  ['text', 'is not executable'],
])('%s can’t be started: %s', (name, reason) => {
  expect(missingProgram([join(folder, name)])).toContain(reason);
});

it('finds programs where they stand and where the path says', () => {
  expect(missingProgram([join(folder, 'tool')])).toBeUndefined();
  expect(missingProgram(['tool'], ['/nowhere', folder].join(delimiter))).toBeUndefined();
  expect(missingProgram(['text'], folder)).toBe('there is no program text');
  expect(missingProgram([], folder)).toContain('there is no program');
});
