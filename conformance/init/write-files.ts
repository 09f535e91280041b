import { lstat, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder, UnwritableError } from '../files/atomic-write.ts';
import type { StartingFile } from './starting-point.ts';

/** Whether a file is new, there already with the same text, or there already with another text, which stays. */
export type FileState = 'new' | 'same' | 'kept';

/** Returns the state of a file in a folder, and writes nothing. */
export async function stateOf(folder: string, { path, text }: StartingFile): Promise<FileState> {
  const place = join(folder, path);
  const isThere = await lstat(place).then(
    () => true,
    () => false,
  );
  if (!isThere) return 'new';
  // What can't be read, such as a folder or a link to nothing, stays too.
  return (await readFile(place, 'utf8').catch(() => undefined)) === text ? 'same' : 'kept';
}

/** Writes a file unless something of its name is there. Returns what it was before. Throws `UnwritableError`. */
export async function writeIfNew(folder: string, file: StartingFile): Promise<FileState> {
  const state = await stateOf(folder, file);
  if (state !== 'new') return state;
  const place = join(folder, file.path);
  await makeFolder(dirname(place));
  try {
    // Nothing is overwritten, even if it appeared a moment ago.
    await writeFile(place, file.text, { flag: 'wx' });
    return 'new';
  } catch (error) {
    throw new UnwritableError(place, error);
  }
}
