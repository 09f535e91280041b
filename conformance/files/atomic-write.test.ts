import { chmod, lstat, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { makeFolder, UnwritableError, writeAtomically } from './atomic-write.ts';
import { run } from '../cli/command-line.ts';

const folders: string[] = [];

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

async function folderWithFile(): Promise<{ readonly folder: string; readonly file: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'atomic ü '));
  folders.push(folder);
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

  it('keeps the permissions of a file, and a link to it', async () => {
    const { folder, file } = await folderWithFile();
    const link = join(folder, 'link');
    await symlink('file', link);
    for (const mode of [0o600, 0o666]) {
      await chmod(file, mode);
      await writeAtomically(link, `with ${mode}`);
      expect((await lstat(link)).isSymbolicLink()).toBe(true);
      expect(await readFile(file, 'utf8')).toBe(`with ${mode}`);
      expect((await lstat(file)).mode & 0o777).toBe(mode);
    }
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

it('names a folder that can’t be made', async () => {
  const { file } = await folderWithFile();
  await expect(makeFolder(join(file, 'below'))).rejects.toThrow(UnwritableError);
});

it.each([
  ['generate', ['--count', '1', '--out', 'FILE']],
  ['certify', ['--cases', '0', '--topic', 'list', '--update-baseline', '--baseline', 'FILE-no/below']],
])('%s prints one line about the file that it can’t write, and exits with 2', async (command, flags) => {
  const { file } = await folderWithFile();
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const printed = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const args = flags.map((flag) => flag.replace('FILE', file));
  const code = await run(['node', 'dstack-conformance', command, ...args]);
  const lines = said.mock.calls.map(([text]) => String(text));
  const report = printed.mock.calls;
  said.mockRestore();
  printed.mockRestore();
  expect([code, lines, report]).toEqual([2, [expect.stringMatching(/^.*can't be written: .*\n$/)], []]);
});

it('says that the working folder was removed instead of making folders there for ever', async () => {
  const cwd = vi.spyOn(process, 'cwd').mockImplementation(() => {
    throw Object.assign(new Error('ENOENT: uv_cwd'), { code: 'ENOENT', syscall: 'uv_cwd' });
  });
  const error: unknown = await makeFolder('below/it').catch((reason: unknown) => reason);
  cwd.mockRestore();
  expect(String(error)).toContain("below/it can't be written: the working folder was removed");
});
