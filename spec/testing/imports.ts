import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A source file and what it imports, as paths from the root of the project. */
export interface Module {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
}

/** The names that each name leads to. */
export type Graph = ReadonlyMap<string, readonly string[]>;

/** Returns all modules below a folder. */
export function modulesBelow(folder: string): Module[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => moduleAt(join(folder, name)));
}

function moduleAt(path: string): Module {
  const text = readFileSync(path, 'utf8');
  const imports = [...text.matchAll(/(?:\bfrom|\bimport\(|\bimport) ?'(\.[^']+)'/g)].map((match) =>
    join(dirname(path), match[1] ?? ''),
  );
  return { path, text, imports };
}

/** Returns whether a module is a test or is shared by tests. Such modules may import anything of their layer. */
export function isForTests({ path }: Module): boolean {
  return path.endsWith('.test.ts') || path.includes('/testing/');
}

/** Returns the imports between files, types included. */
export function graphOfFiles(modules: readonly Module[]): Graph {
  return new Map(modules.map(({ path, imports }) => [path, imports]));
}

/** Returns the imports between folders. A folder means its own files, without its subfolders. */
export function graphOfFolders(modules: readonly Module[]): Graph {
  const graph = new Map<string, string[]>();
  for (const { path, imports } of modules) {
    const folder = dirname(path);
    const others = imports.map((target) => dirname(target)).filter((other) => other !== folder);
    graph.set(folder, [...(graph.get(folder) ?? []), ...others]);
  }
  return graph;
}

/**
 * Returns the sorted names on import circles and between two circles, or none. A name that leads nowhere, or that
 * nothing leads to, is on no circle; such names are removed until none is left.
 */
export function onCircles(graph: Graph): string[] {
  let left = new Set(graph.keys());
  for (;;) {
    const reached = new Set([...left].flatMap((name) => graph.get(name) ?? []));
    const kept = [...left].filter(
      (name) => reached.has(name) && graph.get(name)?.some((target) => left.has(target)) === true,
    );
    if (kept.length === left.size) return kept.sort();
    left = new Set(kept);
  }
}
