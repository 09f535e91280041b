import { randomUUID } from 'node:crypto';
import { chmod, mkdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A file or folder that can't be written; the message is for the user. */
export class UnwritableError extends Error {
  constructor(path: string, cause: unknown) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    super(`${path} can't be written: ${REASONS.get(reason) ?? reason}`, { cause });
  }
}

const REASONS: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'permission denied'],
  ['ENOENT', 'there is no such folder'],
  ['ENOTDIR', 'it is below a file'],
  ['EEXIST', 'there is a file of that name'],
  ['EISDIR', 'it is a folder'],
  ['ENOSPC', 'the disk is full'],
  ['EROFS', 'the disk is read-only'],
]);

/** Makes a folder and its missing parents. Throws `UnwritableError`. */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
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
