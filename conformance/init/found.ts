import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { Language } from './language.ts';

/** What a look at a folder tells, so that nobody needs to be asked. */
export interface Found {
  /** The languages whose project files are there, in the order of their files. */
  readonly languages: readonly FoundLanguage[];
  /** The name of the implementation. */
  readonly name: string;
  /** The path from the folder to the root of its repository; `.` for the root itself. */
  readonly root: string;
  /** The path from that root to the folder. */
  readonly folder: string;
  readonly hasTsx: boolean;
  readonly nodeReadsTypeScript: boolean;
}

export interface FoundLanguage {
  readonly language: Language;
  /** The file that tells. */
  readonly file: string;
}

const PROJECT_FILES: readonly FoundLanguage[] = [
  { language: 'go', file: 'go.mod' },
  { language: 'rust', file: 'Cargo.toml' },
  { language: 'python', file: 'pyproject.toml' },
  { language: 'python', file: 'setup.py' },
  { language: 'python', file: 'requirements.txt' },
  { language: 'typescript', file: 'tsconfig.json' },
  { language: 'javascript', file: 'package.json' },
];

/** Looks at a folder, and writes nothing. */
export function lookAround(folder: string, node: string = process.versions.node): Found {
  const there = PROJECT_FILES.filter(({ file }) => existsSync(join(folder, file)));
  const languages = there.filter(
    ({ language }, index) =>
      there.findIndex((each) => each.language === language) === index &&
      // Every project in TypeScript has a package.json.
      !(language === 'javascript' && there.some((each) => each.language === 'typescript')),
  );
  const root = rootAbove(folder);
  return {
    languages,
    name: nameOf(folder),
    root: pathBetween(folder, root),
    folder: pathBetween(root, folder),
    hasTsx: existsSync(join(folder, 'node_modules/tsx/package.json')),
    nodeReadsTypeScript: isAtLeast(node, [22, 18]),
  };
}

/** Where project files say their name. Of a module's path, the last part is taken. */
const NAMES: readonly (readonly [file: string, name: RegExp])[] = [
  ['go.mod', /^module +(?:\S*\/)?([\w.-]+)/m],
  ['Cargo.toml', /^name *= *"([\w-]+)"/m],
  ['pyproject.toml', /^name *= *"([\w.-]+)"/m],
  ['package.json', /^ {0,4}"name": *"([@\w./-]+)"/m],
];

/** The name of a folder that is the root of a disk. */
const NAMELESS = 'task-adapter';

function nameOf(folder: string): string {
  const named = NAMES.map(([file, name]) => name.exec(textOf(join(folder, file)))?.[1]);
  const own = basename(resolve(folder)).replaceAll(/[^\w.-]+/g, '-');
  return named.find((name) => name !== undefined) ?? (own === '' ? NAMELESS : own);
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** Returns the root of the repository around a folder; the folder itself if there is none. */
function rootAbove(folder: string): string {
  const own = resolve(folder);
  let place = own;
  while (!existsSync(join(place, '.git'))) {
    const above = dirname(place);
    if (above === place) return own;
    place = above;
  }
  return place;
}

function isAtLeast(version: string, [major, minor]: readonly [major: number, minor: number]): boolean {
  const [own = 0, ownMinor = 0] = version.split('.').map(Number);
  return own > major || (own === major && ownMinor >= minor);
}

/** Returns the relative path, in the way of POSIX. */
function pathBetween(from: string, to: string): string {
  const path = relative(resolve(from), resolve(to)).replaceAll('\\', '/');
  return path === '' ? '.' : path;
}
