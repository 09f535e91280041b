import { readFile } from 'node:fs/promises';
import { createTwoFilesPatch } from 'diff';
import { writeAtomically } from '../files/atomic-write.ts';
import { differingPaths } from '../judge/difference.ts';
import { findSources, goldenOf, goldenPath, type Golden } from './golden-file.ts';

/** What became of one source; `paths` are JSON Pointers into the golden file. */
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

/** Writes the golden file of every source below the folders; untouched where it already says the same. */
export async function writeGolden(folders: readonly string[]): Promise<readonly GoldenResult[]> {
  return eachSource(folders, async (golden) => {
    if (golden.kind !== 'task') return golden;
    const { source, path, text } = golden;
    if ((await readIfThere(path)) === text) return { kind: 'same', source, path };
    await writeAtomically(path, text);
    return { kind: 'written', source, path };
  });
}

/** Compares the golden file of every source below the folders with what the reference says today. */
export async function checkGolden(folders: readonly string[]): Promise<readonly GoldenResult[]> {
  return eachSource(folders, async (golden) => {
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
  folders: readonly string[],
  work: (golden: Golden) => Promise<GoldenResult>,
): Promise<readonly GoldenResult[]> {
  const results: GoldenResult[] = [];
  const owners = new Map<string, string>();
  for (const folder of folders) {
    const sources = await findSources(folder);
    if (typeof sources === 'string') results.push({ kind: 'unreadable', source: folder, reason: sources });
    else for (const source of sources) results.push(await eachOnce(source, owners, work));
  }
  return results;
}

/** `a.dstack.yml` and `a.dstack.yaml` would have one golden file: the second one is refused. */
async function eachOnce(
  source: string,
  owners: Map<string, string>,
  work: (golden: Golden) => Promise<GoldenResult>,
): Promise<GoldenResult> {
  const path = goldenPath(source);
  const owner = owners.get(path) ?? source;
  owners.set(path, owner);
  if (owner === source) return work(await goldenOf(source));
  return { kind: 'unreadable', source, reason: `${path} is that of ${owner} already: rename one of the two` };
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The whole file differs where the recorded one is no JSON. */
function changedPaths(recorded: string, today: string): readonly string[] {
  try {
    return differingPaths(JSON.parse(recorded), JSON.parse(today));
  } catch {
    return [''];
  }
}

/** 0 where every golden file says what the reference says; 2 where a source can't be read, or where there is none. */
export function goldenExitCode(results: readonly GoldenResult[]): number {
  if (results.length === 0 || results.some((each) => each.kind === 'unreadable')) return 2;
  return results.some((each) => each.kind === 'drift' || each.kind === 'missing') ? 1 : 0;
}
