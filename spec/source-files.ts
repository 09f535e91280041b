import { readdirSync, readFileSync } from 'node:fs';

/** A source file of the project. `path` starts at the root of the project. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

export const PROJECT = new URL('../', import.meta.url);

/** Reads the reference and the generators, without tests and what only tests share, sorted by path. */
export function readSourceFiles(): SourceFile[] {
  return ['generators', 'reference']
    .flatMap(pathsBelow)
    .map((path) => ({ path, text: readFileSync(new URL(path, PROJECT), 'utf8') }));
}

function pathsBelow(folder: string): string[] {
  return readdirSync(new URL(folder, PROJECT), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.includes('/testing/'))
    .sort();
}
