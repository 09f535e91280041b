import { createTwoFilesPatch } from 'diff';
import type { Edition } from '../edition.ts';
import { errorText } from '../error-text.ts';
import { UnwritableError, writeAtomically } from '../files/atomic-write.ts';
import { readUtf8 } from '../files/utf8.ts';
import { differingPaths } from '../judge/difference.ts';
import { findSources, goldenOf, goldenPath, type Golden } from './golden-file.ts';

/** The result for one source. `paths` are JSON Pointers into the golden file. */
export type GoldenResult =
  | { readonly kind: 'same' | 'written'; readonly source: string; readonly path: string }
  | { readonly kind: 'missing'; readonly source: string; readonly path: string }
  | {
      readonly kind: 'drift';
      readonly source: string;
      readonly path: string;
      readonly paths: readonly string[];
      readonly patch: string;
    }
  | { readonly kind: 'not-a-task' | 'unreadable'; readonly source: string; readonly reason: string };

/** Writes the golden file of every source below the folders. A file with the right content is not touched. */
export async function writeGolden(
  edition: Edition,
  folders: readonly string[],
): Promise<readonly GoldenResult[]> {
  return eachSource(edition, folders, async (golden) => {
    if (golden.kind !== 'task') return golden;
    const { source, path, text } = golden;
    if ((await readIfThere(path)) === text) return { kind: 'same', source, path };
    await writeAtomically(path, text);
    return { kind: 'written', source, path };
  });
}

/** Compares the golden file of every source below the folders with the verdict of the current reference. */
export async function checkGolden(
  edition: Edition,
  folders: readonly string[],
): Promise<readonly GoldenResult[]> {
  return eachSource(edition, folders, async (golden) => {
    if (golden.kind !== 'task') return golden;
    const { source, path, text } = golden;
    const recorded = await readIfThere(path);
    if (recorded === undefined) return { kind: 'missing', source, path };
    if (recorded === text) return { kind: 'same', source, path };
    const patch = createTwoFilesPatch(path, `${path} (today)`, recorded, text);
    return { kind: 'drift', source, path, paths: changedPaths(recorded, text), patch };
  });
}

async function eachSource(
  edition: Edition,
  folders: readonly string[],
  work: (golden: Golden) => Promise<GoldenResult>,
): Promise<readonly GoldenResult[]> {
  const results: GoldenResult[] = [];
  const owners = new Map<string, string>();
  for (const folder of folders) {
    const sources = await findSources(folder);
    if (typeof sources === 'string') results.push({ kind: 'unreadable', source: folder, reason: sources });
    else for (const source of sources) results.push(await eachOnce(edition, source, owners, work));
  }
  return results;
}

/**
 * Returns each source, but refuses the second one of `a.dstack.yml` and `a.dstack.yaml`, because they would share a
 * golden file.
 */
async function eachOnce(
  edition: Edition,
  source: string,
  owners: Map<string, string>,
  work: (golden: Golden) => Promise<GoldenResult>,
): Promise<GoldenResult> {
  const path = goldenPath(source);
  const owner = owners.get(path) ?? source;
  owners.set(path, owner);
  if (owner === source) return readable(path, async () => work(await goldenOf(edition, source)));
  return { kind: 'unreadable', source, reason: `${path} is that of ${owner} already: rename one of the two` };
}

/** Does the work for one source. A golden file that can't be read spoils no other one. */
async function readable(path: string, work: () => Promise<GoldenResult>): Promise<GoldenResult> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UnwritableError) throw error;
    return { kind: 'unreadable', source: path, reason: errorText(error) };
  }
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readUtf8(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Returns the paths that differ. If the recorded file is no JSON, the whole file differs. */
function changedPaths(recorded: string, today: string): readonly string[] {
  try {
    return differingPaths(JSON.parse(recorded), JSON.parse(today));
  } catch {
    return [''];
  }
}

/** Returns 0 if every golden file is right, and 2 if a source can't be read or there is none. */
export function goldenExitCode(results: readonly GoldenResult[]): number {
  if (results.length === 0 || results.some((each) => each.kind === 'unreadable')) return 2;
  return results.some((each) => each.kind === 'drift' || each.kind === 'missing') ? 1 : 0;
}
