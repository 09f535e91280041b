import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder, writeAtomically } from '../files/atomic-write.ts';
import { EDITIONS, type Register } from '../editions/register.ts';
import { errorText } from '../error-text.ts';
import type { Edition } from '../edition.ts';
import { readUtf8 } from '../files/utf8.ts';
import { findName, staleness, type Find } from './find.ts';
import { editionNamedIn, findText, readFind, type FindReading } from './find-file.ts';

/** A find and the file that holds it. */
export interface SavedFind {
  readonly path: string;
  readonly find: Find;
}

export interface CorpusReading {
  /** The finds in the order of their names. */
  readonly finds: readonly SavedFind[];
  readonly stale: readonly StaleFind[];
  /** One line for each unreadable file, beginning with its name. */
  readonly errors: readonly string[];
}

/** A find that the reference of today contradicts. */
export interface StaleFind {
  readonly edition: Edition;
  readonly path: string;
  readonly why: string;
}

const FIND_FILE = /^[^.].*\.(?:ya?ml|json)$/;

/**
 * Reads the finds in files and folders, which may be of several editions. Damaged and stale finds are reported, never
 * skipped in silence.
 */
export async function readCorpus(
  paths: readonly string[],
  editions: Register = EDITIONS,
): Promise<CorpusReading> {
  const finds: SavedFind[] = [];
  const stale: StaleFind[] = [];
  const errors: string[] = [];
  for (const candidate of await filesIn(paths, errors)) {
    const reading = await readFindFile(candidate, editions);
    const file = candidate.path;
    if (reading.kind === 'refused') {
      errors.push(`${file}: ${reading.reason}`);
      continue;
    }
    const { find } = reading;
    const why = staleness(find);
    if (why === undefined) finds.push({ path: file, find });
    else stale.push({ edition: find.edition, path: file, why });
  }
  return { finds, stale, errors };
}

async function readFindFile({ path, isNamed }: Candidate, editions: Register): Promise<FindReading> {
  try {
    // Reading a pipe would wait for its other end, perhaps for ever.
    if (!isNamed && !(await stat(path)).isFile()) return { kind: 'refused', reason: 'it is no regular file' };
    return await readFind(await readUtf8(path), editions);
  } catch (error) {
    return { kind: 'refused', reason: errorText(error) };
  }
}

/**
 * Returns the reasons why a run can't begin with these finds: one line for each unusable find, beginning with its
 * name.
 */
export function refusals({ errors, stale }: CorpusReading): string[] {
  return [
    ...errors,
    ...stale.map(({ path, why }) => `${path}: ${why}; \`corpus prune\` deletes such a find`),
  ];
}

/** Reads the finds of one edition in a folder that may not exist yet. Damaged and stale finds of any edition are reported. */
export async function readCorpusIfThere(
  folder: string,
  edition: Edition,
  editions: Register = EDITIONS,
): Promise<CorpusReading> {
  const isThere = await stat(folder).then(
    () => true,
    () => false,
  );
  if (!isThere) return { finds: [], stale: [], errors: [] };
  const corpus = await readCorpus([folder], editions);
  return { ...corpus, finds: corpus.finds.filter(({ find }) => find.edition.id === edition.id) };
}

/** Writes a find into a folder, whole or not at all, and returns its path. Equal finds have the same path. */
export async function saveFind(folder: string, find: Find): Promise<string> {
  await makeFolder(folder);
  const path = await pathFor(folder, find);
  await writeAtomically(path, findText(find));
  return path;
}

/**
 * Returns the path of a find. A name is made of the content, so a find of another edition may have it already; then
 * the release stands before the name.
 */
async function pathFor(folder: string, find: Find): Promise<string> {
  const name = findName(find);
  const path = join(folder, name);
  const there = await readUtf8(path).then(editionNamedIn, () => undefined);
  const { id } = find.edition;
  return there === undefined || there === id ? path : join(folder, `${id.replaceAll('/', '-')}-${name}`);
}

/** A file that may hold a find. A pipe or a device is only read if the user named it. */
interface Candidate {
  readonly path: string;
  readonly isNamed: boolean;
}

async function filesIn(paths: readonly string[], errors: string[]): Promise<Candidate[]> {
  const files: Candidate[] = [];
  for (const path of paths) {
    try {
      files.push(...(await filesAt(path)));
    } catch (error) {
      errors.push(`${path}: ${errorText(error)}`);
    }
  }
  return files;
}

async function filesAt(path: string): Promise<Candidate[]> {
  if (!(await stat(path)).isDirectory()) return [{ path, isNamed: true }];
  const names = await readdir(path);
  return names
    .filter((name) => FIND_FILE.test(name))
    .sort()
    .map((name) => ({ path: join(path, name), isNamed: false }));
}
