import type { RequirementFile } from './generated/requirement-file.ts';
import { readDivergenceFile, readOutOfScopeFile, readPageFile, readRequirementFiles } from './sources.ts';
import type { Requirement } from './generated/requirements.ts';

/** This module writes TypeScript data from the YAML files. It is for the generator. */

/** The names of the generated data files, and the function that writes each. */
export const DATA_FILES: ReadonlyMap<string, () => string> = new Map([
  ['levels', () => writeLevels(readRequirementFiles())],
  ['requirements', () => writeRequirements(readRequirementFiles())],
  ['page', writePage],
  ['exceptions', writeExceptions],
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
