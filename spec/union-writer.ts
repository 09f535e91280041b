import type { RequirementEntry } from './generated/requirement-file.ts';
import { editionFolders, readEdition } from './sources.ts';
import { unionOf } from './union.ts';

/** This module writes TypeScript data about the requirements of all editions together. It is for the generator. */

/** Returns the generated data files of no single edition by name, each with its text. */
export function unionFiles(): ReadonlyMap<string, string> {
  const entries = unionOf(editionFolders().map(readEdition));
  return new Map([
    ['requirement-ids', writeIds(entries)],
    ['attributes', writeAttributes(entries)],
  ]);
}

/** Writes every id of every edition and nothing else, because this file is loaded at many starts. */
function writeIds(entries: readonly RequirementEntry[]): string {
  return [
    '/** The requirements of all editions. An id means the same in each edition that has it. */',
    'export const REQUIREMENT_IDS = [',
    ...entries.map(({ id }) => `  '${id}',`),
    '] as const;',
    '',
    'export type RequirementId = (typeof REQUIREMENT_IDS)[number];',
  ].join('\n');
}

/**
 * Writes the attributes of requirements that programs ask for besides the level, as small sets, because this file is
 * loaded at many starts. They are the same in all editions.
 */
function writeAttributes(entries: readonly RequirementEntry[]): string {
  return [
    "import type { RequirementId } from './requirement-ids.ts';",
    '',
    '/** Requirements about the text of a document; all others are about its values. */',
    ...setOfIds('ABOUT_TEXT', entries, ({ about }) => about === 'text'),
    '/** Requirements that a key breaks: the path of a violation ends with it. */',
    ...setOfIds('PLACE_IS_KEY', entries, ({ place }) => place === 'key'),
    '/** Requirements below nearly every document: they tell no document from another. */',
    ...setOfIds('COMMON_TO_DOCUMENTS', entries, ({ commonTo = [] }) => commonTo.includes('documents')),
    '/** Requirements below nearly every value of a kind: they tell no value from another. */',
    ...setOfIds('COMMON_TO_VALUES', entries, ({ commonTo = [] }) => commonTo.includes('values')),
    '/** The requirement that is named where nothing more telling is known: every document rests on it. */',
    `export const ROOT_REQUIREMENT: RequirementId = '${rootOf(entries)}';`,
    '',
    '/** JSON Pointers to the mappings whose keys are names that authors choose. */',
    'export const NAMES_AT: readonly string[] = [',
    ...entries.flatMap(({ namesAt }) => (namesAt === undefined ? [] : [`  '${namesAt}',`])),
    '];',
  ].join('\n');
}

/** Returns the only root requirement. Throws if there is not exactly one, which is a fault of the data. */
function rootOf(entries: readonly RequirementEntry[]): string {
  const [root, ...others] = entries.filter((entry) => entry.root === true).map(({ id }) => id);
  if (root === undefined || others.length > 0)
    throw new Error(`one requirement is the root, not ${others.length + (root === undefined ? 0 : 1)}`);
  return root;
}

function setOfIds(
  name: string,
  entries: readonly RequirementEntry[],
  has: (entry: RequirementEntry) => boolean,
): string[] {
  return [
    `export const ${name}: ReadonlySet<RequirementId> = new Set<RequirementId>([`,
    ...entries.filter(has).map(({ id }) => `  '${id}',`),
    ']);',
    '',
  ];
}
