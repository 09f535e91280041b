import { createTwoFilesPatch } from 'diff';
import type { Warning } from '../../reference/warnings.ts';
import type { Interpreter } from '../edition.ts';
import { errorText } from '../error-text.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import { readUtf8 } from '../files/utf8.ts';
import { differingPaths } from '../judge/difference.ts';
import { findSources, goldenPath } from './find-sources.ts';
import { goldenOf, type Golden } from './golden-file.ts';

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
  /** A golden file to which no file belongs. */
  | { readonly kind: 'orphan'; readonly path: string }
  | {
      readonly kind: 'not-a-task' | 'unreadable' | 'unwritable';
      readonly source: string;
      readonly reason: string;
    };

/** Receives what the text of a source loses silently. */
export type Warn = (source: string, warnings: readonly Warning[]) => void;

function quietly(): void {
  // Nobody asked for warnings.
}

/** Writes the golden file of every source below the folders. A file with the right content is not touched. */
export async function writeGolden(
  interpreter: Interpreter,
  folders: readonly string[],
  warn: Warn = quietly,
): Promise<readonly GoldenResult[]> {
  return eachSource(interpreter, folders, warn, async (golden) => {
    if (golden.kind !== 'task') return golden;
    const { source, path, text } = golden;
    const recorded = await readIfThere(path);
    if (recorded !== undefined && isSame(recorded, text)) return { kind: 'same', source, path };
    try {
      await writeAtomically(path, text);
    } catch (error) {
      return { kind: 'unwritable', source, reason: errorText(error) };
    }
    return { kind: 'written', source, path };
  });
}

/** Compares the golden file of every source below the folders with the verdict of the current reference. */
export async function checkGolden(
  interpreter: Interpreter,
  folders: readonly string[],
  warn: Warn = quietly,
): Promise<readonly GoldenResult[]> {
  return eachSource(interpreter, folders, warn, async (golden) => {
    if (golden.kind !== 'task') return golden;
    const { source, path, text } = golden;
    const recorded = await readIfThere(path);
    if (recorded === undefined) return { kind: 'missing', source, path };
    if (isSame(recorded, text)) return { kind: 'same', source, path };
    const patch = createTwoFilesPatch(path, `${path} (today)`, withLineFeeds(recorded), text);
    return { kind: 'drift', source, path, paths: changedPaths(recorded, text), patch };
  });
}

type Work = (golden: Golden) => Promise<GoldenResult>;

async function eachSource(
  interpreter: Interpreter,
  folders: readonly string[],
  warn: Warn,
  work: Work,
): Promise<readonly GoldenResult[]> {
  const results: GoldenResult[] = [];
  const owners = new Map<string, string>();
  for (const folder of folders) {
    const { sources, orphans, unreadable } = await findSources(folder);
    for (const source of sources) results.push(await eachOnce(interpreter, source, owners, warn, work));
    for (const path of orphans) results.push({ kind: 'orphan', path });
    for (const each of unreadable) results.push({ kind: 'unreadable', ...each });
  }
  return results;
}

/**
 * Returns each source, but refuses the second one of `a.dstack.yml` and `a.dstack.yaml`, because they would share a
 * golden file.
 */
async function eachOnce(
  interpreter: Interpreter,
  source: string,
  owners: Map<string, string>,
  warn: Warn,
  work: Work,
): Promise<GoldenResult> {
  const path = goldenPath(source);
  const owner = owners.get(path) ?? source;
  owners.set(path, owner);
  if (owner !== source)
    return {
      kind: 'unreadable',
      source,
      reason: `${path} is that of ${owner} already: rename one of the two`,
    };
  const golden = await goldenOf(interpreter, source);
  if (golden.kind === 'task') warn(source, golden.warnings);
  try {
    return await work(golden);
  } catch (error) {
    // A golden file that can't be read spoils no other one.
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

/** Line breaks of any kind, and a missing one at the end, mean nothing. */
function isSame(recorded: string, text: string): boolean {
  return withLineFeeds(recorded) === text;
}

function withLineFeeds(text: string): string {
  const lines = text.replaceAll(/\r\n?/g, '\n');
  return lines.endsWith('\n') ? lines : `${lines}\n`;
}

/** Returns the paths that differ. If the recorded file is no JSON, the whole file differs. */
function changedPaths(recorded: string, today: string): readonly string[] {
  try {
    return differingPaths(JSON.parse(recorded), JSON.parse(today));
  } catch {
    return [''];
  }
}

const UNDONE: readonly GoldenResult['kind'][] = ['unreadable', 'unwritable'];
const WRONG: readonly GoldenResult['kind'][] = ['drift', 'missing', 'orphan'];

/** Returns 0 if every golden file is right, and 2 if a file can't be read or written or there is none. */
export function goldenExitCode(results: readonly GoldenResult[]): number {
  if (results.length === 0 || results.some(({ kind }) => UNDONE.includes(kind))) return 2;
  return results.some(({ kind }) => WRONG.includes(kind)) ? 1 : 0;
}
