import { closeSync, openSync, readFileSync, realpathSync, rmSync, statSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** A file that another run writes; the message is for the user. */
export class LockedError extends Error {
  constructor(path: string, holder: number, lock: string) {
    super(`${path} is being written by process ${holder}; if that is no run of this suite, delete ${lock}`);
  }
}

/** The locks of this process. A lock that names this process without being among them was left by an earlier one. */
const held = new Set<string>();
/** A lock that was left behind is replaced. Others may do so at the same moment, so this is tried a few times. */
const TRIES = 3;

/**
 * Reserves a file for this process by a second file, `.NAME.lock`, that names the process. Returns a function that
 * releases it. Throws `LockedError` if a living process holds it. Something that is no regular file, such as a pipe, is
 * not reserved.
 */
export function lockFile(path: string): () => void {
  const target = realPath(path);
  if (statSync(target, { throwIfNoEntry: false })?.isFile() === false) return () => undefined;
  const lock = join(dirname(target), `.${basename(target)}.lock`);
  for (let tries = 1; !create(lock); tries += 1) {
    const holder = holderOf(lock);
    if (holder !== undefined && (isAlive(holder, lock) || tries === TRIES))
      throw new LockedError(path, holder, lock);
    rmSync(lock, { force: true });
  }
  held.add(lock);
  return () => {
    held.delete(lock);
    rmSync(lock, { force: true });
  };
}

/** Follows links, so that two names of one file have one lock. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** Creates the lock with the number of this process. Returns false if it is there already. */
function create(lock: string): boolean {
  try {
    const file = openSync(lock, 'wx');
    writeSync(file, `${process.pid}\n`);
    closeSync(file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Returns the process that holds a lock, or undefined if the lock is gone or names none. */
function holderOf(lock: string): number | undefined {
  try {
    const pid = Number(readFileSync(lock, 'utf8'));
    return Number.isSafeInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number, lock: string): boolean {
  if (pid === process.pid) return held.has(lock);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user may not be signalled.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
