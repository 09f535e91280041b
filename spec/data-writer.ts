import type { RequirementEntry, RequirementFile } from './generated/requirement-file.ts';
import { writeNormalDefaults, writeNormalOrder, writeNormalText, type SchemaNode } from './normal-writer.ts';
import { readSchema } from './schema-check.ts';
import {
  readDivergenceFile,
  readLaterNamesFile,
  readOutOfScopeFile,
  readPageFile,
  readRequirementFiles,
} from './sources.ts';
import { vocabularyOf, writeVocabulary } from './vocabulary-writer.ts';
import type { Requirement } from './generated/requirements.ts';

/** This module writes TypeScript data from the YAML files. It is for the generator. */

/** The names of the generated data files, and the function that writes each. */
export const DATA_FILES: ReadonlyMap<string, () => string> = new Map([
  ['levels', () => writeLevels(readRequirementFiles())],
  ['attributes', () => writeAttributes(readRequirementFiles())],
  ['requirements', () => writeRequirements(readRequirementFiles())],
  ['page', writePage],
  ['exceptions', writeExceptions],
  ['normal-text', () => writeNormalText()],
  ['normal-order', () => writeNormalOrder()],
  ['default-normal', () => writeNormalDefaults()],
  ['known-fields', writeKnownFields],
  ['vocabulary', () => writeVocabulary(vocabularyOf(readSchema('task'), readLaterNamesFile()))],
]);

/** Writes every id and its level and nothing else, because this file is loaded at every start. */
function writeLevels(files: readonly RequirementFile[]): string {
  const entries = files.flatMap((file) => file.requirements);
  const rows = entries.map((each) => `  '${each.id}': '${each.level}',`);
  return [
    'export const LEVELS = {',
    ...rows,
    '} as const;',
    '',
    'export type RequirementId = keyof typeof LEVELS;',
    'export type Level = (typeof LEVELS)[RequirementId];',
  ].join('\n');
}

/**
 * Writes the attributes of requirements that programs ask for besides the level, as small sets, because this file is
 * loaded at many starts.
 */
function writeAttributes(files: readonly RequirementFile[]): string {
  const entries = files.flatMap((file) => file.requirements);
  return [
    "import type { RequirementId } from './levels.ts';",
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

/** Writes one line per requirement, so that a changed requirement changes one line. */
function writeRequirements(files: readonly RequirementFile[]): string {
  const requirements: Requirement[] = files.flatMap((file) =>
    // The type RequirementId is made of the ids in these files.
    file.requirements.map((entry) => ({ topic: file.topic, ...entry }) as Requirement),
  );
  return [
    "import type { RequirementId } from './levels.ts';",
    "import type { RequirementEntry } from './requirement-file.ts';",
    '',
    "/** One requirement as its file states it, with the topic: the file's name without its ending. */",
    "export interface Requirement extends Omit<RequirementEntry, 'id'> {",
    '  readonly id: RequirementId;',
    '  readonly topic: string;',
    '}',
    '',
    'export const TOPICS: readonly { readonly topic: string; readonly about: string }[] = [',
    ...files.map(({ topic, about }) => `  ${JSON.stringify({ topic, about })},`),
    '];',
    '',
    'export const REQUIREMENTS: readonly Requirement[] = [',
    ...requirements.map((each) => `  ${JSON.stringify(each)},`),
    '];',
  ].join('\n');
}

function writePage(): string {
  return [
    "import type { PageSection } from './page-file.ts';",
    '',
    'export const PAGE: readonly PageSection[] = [',
    ...readPageFile().sections.map((each) => `  ${JSON.stringify(each)},`),
    '];',
  ].join('\n');
}

function writeExceptions(): string {
  return [
    "import type { Divergence } from './divergence-file.ts';",
    "import type { OutOfScopeKind } from './out-of-scope-file.ts';",
    '',
    'export const DIVERGENCES: readonly Divergence[] = [',
    ...readDivergenceFile().divergences.map((each) => `  ${JSON.stringify(each)},`),
    '];',
    '',
    'export const OUT_OF_SCOPE: readonly OutOfScopeKind[] = [',
    ...readOutOfScopeFile().kinds.map((each) => `  ${JSON.stringify(each)},`),
    '];',
  ].join('\n');
}

/** The fields of the task and of each mapping inside, as the schema of the document lists them. */
function writeKnownFields(): string {
  const { properties, $defs }: SchemaNode = readSchema('task');
  const rows = Object.entries({ Task: { properties }, ...$defs }).flatMap(([name, mapping]) => {
    const fields = Object.keys(mapping.properties ?? {});
    return fields.length === 0 ? [] : [`  ${name}: ${JSON.stringify(fields)},`];
  });
  return ['export const KNOWN_FIELDS = {', ...rows, '} as const;'].join('\n');
}
