import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A source file and what it imports, as paths from the root of the project. */
export interface Module {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
}

/** What leads where, by name. */
export type Graph = ReadonlyMap<string, readonly string[]>;

/** All modules below a folder. */
export function modulesBelow(folder: string): Module[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => moduleAt(join(folder, name)));
}

function moduleAt(path: string): Module {
  const text = readFileSync(path, 'utf8');
  const imports = [...text.matchAll(/(?:\bfrom|\bimport\(|\bimport) ?'(\.[^']+)'/g)].map((match) =>
    join(dirname(path), match[1] ?? ''),
  );
  return { path, text, imports };
}

/** Tests and what only they share; they may import anything of their layer. */
export function isForTests({ path }: Module): boolean {
  return path.endsWith('.test.ts') || path.includes('/testing/');
}

/** Which file imports which, types included. */
export function graphOfFiles(modules: readonly Module[]): Graph {
  return new Map(modules.map(({ path, imports }) => [path, imports]));
}

/** Which folder imports which: a folder is the files right in it, without its subfolders. */
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
 * The names on import circles, and those between two circles, sorted; empty where there is no circle.
 * A name that leads nowhere, or that nothing leads to, is on no circle: such names are left out until none is left.
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
