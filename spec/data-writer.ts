import type { RequirementEntry, RequirementFile } from './generated/requirement-file.ts';
import { writeNormalDefaults, writeNormalOrder, writeNormalText, type SchemaNode } from './normal-writer.ts';
import type { ResolvedData } from './resolve-edition.ts';
import { readSchema } from './schema-check.ts';
import {
  readDivergenceFile,
  readEdition,
  readLaterNamesFile,
  readOutOfScopeFile,
  readPageFile,
} from './sources.ts';
import { vocabularyOf, writeVocabulary } from './vocabulary-writer.ts';

/** This module writes TypeScript data from the YAML files of one edition. It is for the generator. */

/** From a generated file of an edition to `spec/`. */
const SPEC = '../../..';

/** Returns the generated data files of an edition by name, each with its text. */
export function editionFiles(edition: string): ReadonlyMap<string, string> {
  const data = readEdition(edition);
  const normalSchema: SchemaNode = readSchema(`${edition}/normal-form`);
  return new Map([
    ['edition', writeEdition(edition, data)],
    ['levels', writeLevels(data.files)],
    ['requirements', writeRequirements(data.files)],
    ['page', writePage(edition)],
    ['exceptions', writeExceptions(edition)],
    ['normal-text', writeNormalText(normalSchema)],
    ['normal-order', writeNormalOrder(normalSchema)],
    ['default-normal', writeNormalDefaults(normalSchema)],
    ['known-fields', writeKnownFields(edition)],
    ['vocabulary', writeVocabulary(vocabularyOf(readSchema(`${edition}/task`), readLaterNamesFile(edition)))],
  ]);
}

/** Writes the value that puts all data of the edition together. */
function writeEdition(folder: string, { edition, minimal }: ResolvedData): string {
  return [
    `import type { EditionSpec } from '${SPEC}/edition.ts';`,
    `import normalSchema from '${SPEC}/editions/${folder}/schemas/normal-form.schema.json' with { type: 'json' };`,
    "import { DEFAULT_NORMAL } from './default-normal.ts';",
    "import { DIVERGENCES, OUT_OF_SCOPE } from './exceptions.ts';",
    "import { LEVELS } from './levels.ts';",
    "import type { NormalForm } from './normal-form.ts';",
    "import { PAGE } from './page.ts';",
    "import { REQUIREMENTS, TOPIC_OF, TOPICS } from './requirements.ts';",
    '',
    'export const SPEC: EditionSpec<NormalForm> = {',
    `  id: ${JSON.stringify(edition.id)},`,
    `  title: ${JSON.stringify(edition.title)},`,
    '  levels: LEVELS,',
    '  requirements: REQUIREMENTS,',
    '  topics: TOPICS,',
    '  topicOf: TOPIC_OF,',
    '  page: PAGE,',
    '  divergences: DIVERGENCES,',
    '  outOfScope: OUT_OF_SCOPE,',
    '  defaults: DEFAULT_NORMAL,',
    '  minimal: {',
    `    document: ${JSON.stringify(minimal.document)},`,
    `    normal: { ...DEFAULT_NORMAL, ...${JSON.stringify(minimal.normal)} },`,
    `    refused: ${JSON.stringify(minimal.refused)},`,
    '  },',
    '  normalSchema,',
    '};',
  ].join('\n');
}

/** Writes every id and its level and nothing else, because this file is loaded at every start. */
function writeLevels(files: readonly RequirementFile[]): string {
  return [
    `import type { Levels } from '${SPEC}/edition.ts';`,
    '',
    'export const LEVELS: Levels = {',
    ...entriesOf(files).map(({ id, level }) => `  '${id}': '${level}',`),
    '};',
  ].join('\n');
}

/** Writes one line per requirement, so that a changed requirement changes one line. */
function writeRequirements(files: readonly RequirementFile[]): string {
  const requirements = files.flatMap((file) =>
    file.requirements.map((entry) => ({ topic: file.topic, ...entry })),
  );
  return [
    `import type { Requirement, Topic } from '${SPEC}/edition.ts';`,
    '',
    'export const TOPICS: readonly Topic[] = [',
    ...files.map(({ topic, about }) => `  ${JSON.stringify({ topic, about })},`),
    '];',
    '',
    'export const REQUIREMENTS: readonly Requirement[] = [',
    ...requirements.map((each) => `  ${JSON.stringify(each)},`),
    '];',
    '',
    '/** The topic of each requirement. */',
    'export const TOPIC_OF: ReadonlyMap<string, string> = new Map(REQUIREMENTS.map(({ id, topic }) => [id, topic]));',
  ].join('\n');
}

function writePage(edition: string): string {
  return [
    `import type { PageSection } from '${SPEC}/generated/page-file.ts';`,
    '',
    'export const PAGE: readonly PageSection[] = [',
    ...(readPageFile(edition)?.sections ?? []).map((each) => `  ${JSON.stringify(each)},`),
    '];',
  ].join('\n');
}

function writeExceptions(edition: string): string {
  return [
    `import type { Divergence } from '${SPEC}/generated/divergence-file.ts';`,
    `import type { OutOfScopeKind } from '${SPEC}/generated/out-of-scope-file.ts';`,
    '',
    'export const DIVERGENCES: readonly Divergence[] = [',
    ...readDivergenceFile(edition).divergences.map((each) => `  ${JSON.stringify(each)},`),
    '];',
    '',
    'export const OUT_OF_SCOPE: readonly OutOfScopeKind[] = [',
    ...readOutOfScopeFile(edition).kinds.map((each) => `  ${JSON.stringify(each)},`),
    '];',
  ].join('\n');
}

/** The fields of the document and of each mapping inside, as the schema of the document lists them. */
function writeKnownFields(edition: string): string {
  const { properties, $defs }: SchemaNode = readSchema(`${edition}/task`);
  const rows = Object.entries({ Task: { properties }, ...$defs }).flatMap(([name, mapping]) => {
    const fields = Object.keys(mapping.properties ?? {});
    return fields.length === 0 ? [] : [`  ${name}: ${JSON.stringify(fields)},`];
  });
  return ['export const KNOWN_FIELDS = {', ...rows, '} as const;'].join('\n');
}

function entriesOf(files: readonly RequirementFile[]): RequirementEntry[] {
  return files.flatMap(({ requirements }) => requirements);
}
