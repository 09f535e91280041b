import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { makeFolder, UnwritableError, writeAtomically } from './atomic-write.ts';
import { run } from './command-line.ts';

async function folderWithFile(): Promise<{ readonly folder: string; readonly file: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'atomic ü '));
  const file = join(folder, 'file');
  await writeFile(file, 'before');
  return { folder, file };
}

describe('writeAtomically', () => {
  it('replaces a file and leaves nothing else behind', async () => {
    const { folder, file } = await folderWithFile();
    await writeAtomically(file, 'after');
    expect(await readFile(file, 'utf8')).toBe('after');
    expect(await readdir(folder)).toEqual(['file']);
  });

  it.each([
    ['in a folder that is not there', 'nowhere/new'],
    ['below a file', 'file/new'],
    ['in the place of a folder', '.'],
  ])('names the file that was asked for, %s', async (_name, name) => {
    const { folder } = await folderWithFile();
    const path = join(folder, name);
    const error: unknown = await writeAtomically(path, 'x').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UnwritableError);
    expect(String(error)).toContain(`${path} can't be written: `);
    expect(String(error)).not.toContain('.tmp');
    expect(await readdir(folder)).toEqual(['file']);
  });
});

it('a folder that can’t be made is named', async () => {
  const { file } = await folderWithFile();
  await expect(makeFolder(join(file, 'below'))).rejects.toThrow(UnwritableError);
});

it('a command that can’t write says so in one line and exits 2', async () => {
  const { file } = await folderWithFile();
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const code = await run(['node', 'dstack-conformance', 'generate', '--count', '1', '--out', file]);
  const lines = said.mock.calls.map(([text]) => String(text));
  said.mockRestore();
  expect([code, lines]).toEqual([2, [`${file} can't be written: there is a file of that name\n`]]);
});
