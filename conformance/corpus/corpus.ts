import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomically } from '../atomic-write.ts';
import { findName, staleness, type Find } from './find.ts';
import { findText, readFind } from './find-file.ts';

/** A find and the file that holds it. */
export interface SavedFind {
  readonly path: string;
  readonly find: Find;
}

export interface CorpusReading {
  /** In the order of their names. */
  readonly finds: readonly SavedFind[];
  /** One line for each file that can't be used, beginning with its name. */
  readonly errors: readonly string[];
}

/** Where `fuzz` keeps its finds, unless told otherwise. */
export const DEFAULT_CORPUS = '.dstack-conformance/corpus';

const FIND_FILE = /^[^.].*\.(?:ya?ml|json)$/;

/** Reads the finds in files and folders. What is damaged or no longer right is an error, never left out in silence. */
export async function readCorpus(paths: readonly string[]): Promise<CorpusReading> {
  const finds: SavedFind[] = [];
  const errors: string[] = [];
  for (const path of paths) {
    try {
      for (const file of await filesAt(path)) {
        const found = await readSaved(file);
        if (typeof found === 'string') errors.push(found);
        else finds.push(found);
      }
    } catch (error) {
      errors.push(`${path}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { finds, errors };
}

/** The same, of a folder that may not exist yet. */
export async function readCorpusIfThere(folder: string): Promise<CorpusReading> {
  const isThere = await stat(folder).then(
    () => true,
    () => false,
  );
  return isThere ? readCorpus([folder]) : { finds: [], errors: [] };
}

/** Writes a find into a folder, whole or not at all; its path. An equal find has the same path. */
export async function saveFind(folder: string, find: Find): Promise<string> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, findName(find));
  await writeAtomically(path, findText(find));
  return path;
}

async function filesAt(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const names = await readdir(path);
  return names
    .filter((name) => FIND_FILE.test(name))
    .sort()
    .map((name) => join(path, name));
}

/** A find, or why it can't be used. */
async function readSaved(path: string): Promise<SavedFind | string> {
  const reading = readFind(await readFile(path, 'utf8'));
  if (reading.kind === 'refused') return `${path}: ${reading.reason}`;
  const stale = staleness(reading.find);
  return stale === undefined ? { path, find: reading.find } : `${path}: ${stale}`;
}
