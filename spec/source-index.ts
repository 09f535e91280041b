import { REQUIREMENT_IDS } from './generated/requirement-ids.ts';
import { readSourceFiles } from './source-files.ts';

/** The files that name a requirement, in code or in a comment, as sorted paths from the root of the project. */
export interface NamingFiles {
  /** Files of the reference. */
  readonly implements: readonly string[];
  /** Generators of valid documents. */
  readonly spells: readonly string[];
  /** Mutations and near-misses. */
  readonly breaks: readonly string[];
}

/** The naming files of every requirement, by its id. */
export type SourceIndex = Readonly<Record<string, NamingFiles>>;

/** Matches rooms of the generators that make documents invalid. */
const BREAKING = /\/(?:mutations|near-misses|misspelling)\//;

/** Matches ids that stand alone. A path such as `./yaml/tags.ts` is no id. */
const NAMED = /(?<![\w/.-])[a-z_]+\/[a-z0-9_-]+(?![\w/-]|\.ts)/g;

/** Searches the sources of the project. The bundle has none: there, `build/bundle.ts` puts the index in this file's place. */
export function indexSources(): SourceIndex {
  const files = readSourceFiles().map(({ path, text }) => ({ path, names: namesIn(text) }));
  return Object.fromEntries(
    REQUIREMENT_IDS.map((id) => {
      const naming = files.filter(({ names }) => names.has(id)).map(({ path }) => path);
      return [id, sorted(naming)];
    }),
  );
}

/** Returns the texts in a source file that look like an id. */
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
