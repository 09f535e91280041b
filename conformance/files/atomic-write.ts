import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorText } from '../error-text.ts';

/** A file or folder that can't be written; the message is for the user. */
export class UnwritableError extends Error {
  constructor(path: string, cause: unknown) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    super(`${path} can't be written: ${code === 'ENOENT' ? 'there is no such folder' : errorText(cause)}`, {
      cause,
    });
  }
}

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
