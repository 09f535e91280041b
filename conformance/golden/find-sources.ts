import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { errorText } from '../error-text.ts';

const SOURCE = /\.dstack\.ya?ml$/;
const GOLDEN = '.golden.json';
/** The ends of names in whose place a golden file has its own. */
const ENDINGS = ['.dstack.yml', '.dstack.yaml', '.yml', '.yaml', '.json', ''];

/** The files that a path stands for, sorted by name. */
export interface Found {
  readonly sources: readonly string[];
  /** Golden files without a file that they could belong to. */
  readonly orphans: readonly string[];
  readonly unreadable: readonly { readonly source: string; readonly reason: string }[];
}

/** Returns the path of a source's golden file: `train.golden.json` for `train.dstack.yml` and for `train.yml`. */
export function goldenPath(source: string): string {
  const ending = ENDINGS.find((each) => source.endsWith(each)) ?? '';
  return source.slice(0, source.length - ending.length) + GOLDEN;
}

/** Finds all `*.dstack.yml` and `*.dstack.yaml` files below a folder. The path may also be one file of any name. */
export async function findSources(path: string): Promise<Found> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return foundIn(await filesBelow(path));
    if (path.endsWith(GOLDEN))
      return unreadable(path, 'it is a golden file: name the file that it belongs to');
    if (!found.isFile()) return unreadable(path, 'it is neither a file nor a folder');
    return { sources: [path], orphans: [], unreadable: [] };
  } catch (error) {
    return unreadable(path, errorText(error));
  }
}

function unreadable(source: string, reason: string): Found {
  return { sources: [], orphans: [], unreadable: [{ source, reason }] };
}

interface Files {
  readonly paths: readonly string[];
  readonly unreadable: Found['unreadable'];
}

/** Lists all files below a folder. A folder that can't be read hides only what is below it. */
async function filesBelow(folder: string): Promise<Files> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const below = entries.filter((entry) => entry.isDirectory() && entry.name !== 'node_modules');
    const own = entries.filter((entry) => entry.isFile()).map(({ name }) => join(folder, name));
    const parts = await Promise.all(below.map(({ name }) => filesBelow(join(folder, name))));
    return {
      paths: [...own, ...parts.flatMap(({ paths }) => paths)],
      unreadable: parts.flatMap((part) => part.unreadable),
    };
  } catch (error) {
    return { paths: [], unreadable: [{ source: folder, reason: errorText(error) }] };
  }
}

function foundIn({ paths, unreadable }: Files): Found {
  const known = new Set(paths);
  const orphans = paths.filter((path) => {
    const stem = path.slice(0, path.length - GOLDEN.length);
    return path.endsWith(GOLDEN) && !ENDINGS.some((ending) => known.has(stem + ending));
  });
  return {
    sources: paths.filter((path) => SOURCE.test(path)).sort(),
    orphans: orphans.sort(),
    unreadable,
  };
}
