import { randomUUID } from 'node:crypto';
import { chmod, mkdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { errorText } from '../error-text.ts';

/** A file or folder that can't be written; the message is for the user. */
export class UnwritableError extends Error {
  constructor(path: string, cause: unknown) {
    super(`${path} can't be written: ${reasonOf(cause)}`, { cause });
  }
}

function reasonOf(cause: unknown): string {
  if (cause instanceof Error && 'syscall' in cause && cause.syscall === 'uv_cwd')
    return 'the working folder was removed';
  const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
  return isMissing ? 'there is no such folder' : errorText(cause);
}

/** Makes a folder and its missing parents. Throws `UnwritableError`. */
export async function makeFolder(path: string): Promise<void> {
  try {
    // Resolving fails in a working folder that was removed, where making a folder would never end.
    await mkdir(resolve(path), { recursive: true });
  } catch (error) {
    throw new UnwritableError(path, error);
  }
}

/**
 * Writes a file whole or not at all: first under another name in the same folder, and then renamed into place. A link
 * stays a link to the written file, and a file that was there keeps its permissions. Throws `UnwritableError`.
 */
export async function writeAtomically(path: string, text: string): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const aside = join(dirname(target), `.${randomUUID()}.tmp`);
  try {
    const mode = await permissionsOf(target);
    await writeFile(aside, text, { encoding: 'utf8', ...(mode === undefined ? {} : { mode }) });
    // The mode of a new file is restricted by the umask.
    if (mode !== undefined) await chmod(aside, mode);
    await rename(aside, target);
  } catch (error) {
    await rm(aside, { force: true }).catch(() => undefined);
    throw new UnwritableError(path, error);
  }
}

/** The bits of a file's mode that are permissions. */
const PERMISSIONS = 0o7777;

async function permissionsOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).mode & PERMISSIONS;
  } catch {
    return undefined;
  }
}
