import { readdirSync, readFileSync } from 'node:fs';
import { requirements } from './catalogue.ts';

/** The files that name a requirement, in code or in a comment, as sorted paths from the root of the project. */
export interface NamingFiles {
  /** Of the reference. */
  readonly implements: readonly string[];
  /** Generators of valid documents. */
  readonly spells: readonly string[];
  /** Mutations and near-misses. */
  readonly breaks: readonly string[];
}

/** The naming files of every requirement, by its id. */
export type SourceIndex = Readonly<Record<string, NamingFiles>>;

const ROOT = new URL('../', import.meta.url);

/** Rooms of the generators that make documents invalid. */
const BREAKING = /\/(?:mutations|near-misses|misspelling)\//;

/** Ids that stand alone: a path such as `./yaml/tags.ts` is none. */
const NAMED = /(?<![\w/.-])[a-z_]+\/[a-z0-9_-]+(?![\w/-]|\.ts)/g;

/** Searches the sources of the project. In the bundle there are none: `build.ts` puts the index in. */
export function indexSources(): SourceIndex {
  const files = ['generators', 'reference']
    .flatMap(sourcesBelow)
    .map((path) => ({ path, names: namesIn(readFileSync(new URL(path, ROOT), 'utf8')) }));
  return Object.fromEntries(
    requirements().map(({ id }) => {
      const naming = files.filter(({ names }) => names.has(id)).map(({ path }) => path);
      return [id, sorted(naming)];
    }),
  );
}

/** The texts in a source file that look like an id. */
export function namesIn(text: string): ReadonlySet<string> {
  return new Set(text.match(NAMED));
}

function sorted(paths: readonly string[]): NamingFiles {
  const generators = paths.filter((path) => path.startsWith('generators/'));
  return {
    implements: paths.filter((path) => path.startsWith('reference/')),
    spells: generators.filter((path) => !BREAKING.test(path)),
    breaks: generators.filter((path) => BREAKING.test(path)),
  };
}

/** Source files without tests and what only tests share. */
function sourcesBelow(folder: string): string[] {
  return readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.includes('/testing/'))
    .sort();
}
