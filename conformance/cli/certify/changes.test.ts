import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { changesOf, isWatched } from './changes.ts';

const folder = mkdtempSync(join(tmpdir(), 'changes-'));
const inner = join(folder, 'src', 'inner');
mkdirSync(inner, { recursive: true });
mkdirSync(join(folder, 'src', '__pycache__'));
const file = join(folder, 'src', 'main.py');
writeFileSync(file, '1');

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Makes changes until one is noticed. A watcher of a folder needs a moment before it sees what is below. */
async function isNoticed(paths: readonly string[], change: () => void, times: number): Promise<boolean> {
  const changes = await changesOf(paths);
  const end = new AbortController();
  let left = times;
  const timer = setInterval(() => {
    left -= 1;
    if (left < 0) end.abort();
    else change();
  }, 400);
  const noticed = await changes.next(end.signal);
  clearInterval(timer);
  changes.close();
  return noticed;
}

describe('a change', () => {
  it.each([
    ['of a file', [file], writing(file)],
    ['of a file that an editor puts in the place of the old one', [file], replace],
    ['below a folder', [folder], writing(join(inner, 'new.py'))],
    ['of one of several paths', [inner, file], writing(file)],
  ])('%s is noticed', async (_, paths, change) => {
    expect(await isNoticed(paths, change, 50)).toBe(true);
  });

  it.each([
    ['of another file', [file], writing(join(folder, 'src', 'other.py'))],
    ['that a tool makes', [folder], writing(join(folder, 'src', '__pycache__', 'x.pyc'))],
  ])('%s is none', async (_, paths, change) => {
    expect(await isNoticed(paths, change, 3)).toBe(false);
  });

  it('is not waited for if the signal is aborted already', async () => {
    const changes = await changesOf([file]);
    expect(await changes.next(AbortSignal.abort())).toBe(false);
    changes.close();
  });

  it('of a path that is not there is an error', async () => {
    await expect(changesOf([file, join(folder, 'nothing')])).rejects.toThrow('ENOENT');
  });
});

function writing(path: string): () => void {
  return () => {
    writeFileSync(path, String(Math.random()));
  };
}

function replace(): void {
  const next = join(folder, 'src', 'main.py.new');
  writeFileSync(next, String(Math.random()));
  renameSync(next, file);
}

describe('isWatched', () => {
  it.each([
    [file, true],
    [join(inner, 'log'), true],
    [join(folder, 'src', 'dist', 'log'), false],
    [join(folder, 'log'), false],
  ])('tells whether %s is below the watched folder: %j', (path, watched) => {
    expect(isWatched(path, [join(folder, 'src')])).toBe(watched);
  });

  it('is true for the file itself', () => {
    expect(isWatched(file, [file])).toBe(true);
  });
});
