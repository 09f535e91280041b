import { watch, type FSWatcher } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname, relative, resolve, sep } from 'node:path';

/** Changes of files and folders. */
export interface Changes {
  /** Waits for a change since the last one that was taken. Returns false if the signal ends the waiting. */
  readonly next: (signal: AbortSignal) => Promise<boolean>;
  readonly close: () => void;
}

/** Milliseconds without another change after which a change counts. Editors and compilers write several times. */
const QUIET_MS = 150;

/** Folders in which programs and tools write by themselves. What changes in there is no change of the user's. */
const IGNORED: ReadonlySet<string> = new Set([
  '.git',
  '.dstack-conformance',
  '__pycache__',
  'node_modules',
  'target',
  'dist',
  'build',
  '.venv',
]);

/** Watches files, and folders with all that is below them. Rejects if one of them is not there. */
export async function changesOf(paths: readonly string[]): Promise<Changes> {
  const changes = new PendingChange();
  const watchers: FSWatcher[] = [];
  try {
    for (const path of paths) watchers.push(await watcherOf(path, changes));
  } catch (error) {
    for (const watcher of watchers) watcher.close();
    throw error;
  }
  return {
    next: (signal) => changes.next(signal),
    close: () => {
      for (const watcher of watchers) watcher.close();
      changes.close();
    },
  };
}

/** A change that nobody took yet. */
class PendingChange {
  #isPending = false;
  #timer: NodeJS.Timeout | undefined;
  #wake: (() => void) | undefined;

  note(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#isPending = true;
      this.#wake?.();
    }, QUIET_MS);
  }

  async next(signal: AbortSignal): Promise<boolean> {
    if (!this.#isPending && !signal.aborted) {
      await new Promise<void>((done) => {
        this.#wake = done;
        signal.addEventListener(
          'abort',
          () => {
            done();
          },
          { once: true },
        );
      });
    }
    this.#wake = undefined;
    if (signal.aborted) return false;
    this.#isPending = false;
    return true;
  }

  close(): void {
    clearTimeout(this.#timer);
  }
}

async function watcherOf(path: string, changes: PendingChange): Promise<FSWatcher> {
  const isFolder = (await stat(path)).isDirectory();
  // An editor may put a new file in the place of the old one, which only the folder shows.
  const folder = isFolder ? path : dirname(path);
  const watcher = watch(folder, { recursive: isFolder }, (_, name) => {
    const isMeant = isFolder ? name === null || !isIgnored(name) : name === basename(path);
    if (isMeant) changes.note();
  });
  // A watched folder that is deleted, for example, ends the watching and not the command.
  watcher.on('error', () => {
    changes.note();
  });
  return watcher;
}

function isIgnored(name: string): boolean {
  return name.split(sep).some((part) => IGNORED.has(part)) || /\.(?:pyc|swp|tmp)$|~$/.test(name);
}

/** Returns whether a file is one of the paths, or below one. */
export function isWatched(file: string, paths: readonly string[]): boolean {
  return paths.some((path) => {
    const way = relative(resolve(path), resolve(file));
    return way === '' || (!way.startsWith('..') && way !== resolve(file) && !isIgnored(way));
  });
}
