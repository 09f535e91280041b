import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
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
 * Writes a file whole or not at all: first under another name in the same folder, and then renamed into place. Throws
 * `UnwritableError`.
 */
export async function writeAtomically(path: string, text: string): Promise<void> {
  const aside = join(dirname(path), `.${randomUUID()}.tmp`);
  try {
    await writeFile(aside, text, 'utf8');
    await rename(aside, path);
  } catch (error) {
    await rm(aside, { force: true }).catch(() => undefined);
    throw new UnwritableError(path, error);
  }
}
