import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';
import type { DivergenceFile } from './generated/divergence-file.ts';
import type { LaterNamesFile } from './generated/later-names-file.ts';
import type { EditionFile } from './generated/edition-file.ts';
import type { OutOfScopeFile } from './generated/out-of-scope-file.ts';
import type { PageFile } from './generated/page-file.ts';
import type { RequirementFile } from './generated/requirement-file.ts';
import type { TopicFile } from './generated/topic-file.ts';
import { isRefusedForLaterKey, laterKeys, withLaterKeys, type MeasuredNormal } from './later-keys.ts';
import { normalDefaults } from './normal-writer.ts';
import { resolveEdition, type OwnData, type ResolvedData } from './resolve-edition.ts';
import { readSchema, schemaErrors } from './schema-check.ts';

/**
 * This module reads the data files of editions, for the generator and the tests. All other code reads generated files.
 * A file that its schema does not allow throws, so the casts below are safe. An edition is named by its folder.
 */

/** The folder with a folder for each edition, from the root of the project. */
const EDITIONS = 'spec/editions';

/** Returns the folders of all editions, sorted by name. */
export function editionFolders(): string[] {
  return readdirSync(urlOf('.'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** Reads the requirements of an edition with those that it takes over. Throws if the data have a fault. */
export function readEdition(edition: string): ResolvedData {
  const own = readOwnData(edition);
  const base = own.edition.extends === undefined ? undefined : readEdition(own.edition.extends);
  const resolution = resolveEdition(own, base);
  const faults =
    resolution.kind === 'faulty'
      ? resolution.faults
      : resolution.data.files.flatMap((file) =>
          schemaErrors('requirements', file).map((error) => `${file.topic}, resolved: ${error}`),
        );
  if (resolution.kind === 'faulty' || faults.length > 0)
    throw new Error([`${EDITIONS}/${edition} is not valid:`, ...faults].join('\n  '));
  return resolution.data;
}

function readOwnData(folder: string): OwnData {
  const edition = readData(folder, 'edition.yaml', 'edition') as EditionFile;
  if (!edition.id.startsWith(`${folder}/`))
    throw new Error(
      `${EDITIONS}/${folder}/edition.yaml: the id ${edition.id} does not begin with the folder`,
    );
  const files = readdirSync(urlOf(`${folder}/requirements/`))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => readRequirementFile(folder, name));
  return { edition, files };
}

function readRequirementFile(folder: string, name: string): RequirementFile {
  const file = readData(folder, `requirements/${name}`, 'requirements') as RequirementFile;
  if (`${file.topic}.yaml` !== name)
    throw new Error(`${EDITIONS}/${folder}/requirements/${name}: its topic is ${file.topic}`);
  return file;
}

/** Reads the requirement files of an edition in reading order, with what it takes over. */
export function readRequirementFiles(edition: string): readonly RequirementFile[] {
  return readEdition(edition).files;
}

/** Reads the page, sentence by sentence. An edition whose page must not be copied has none. */
export function readPageFile(edition: string): PageFile | undefined {
  if (!existsSync(urlOf(`${edition}/page.yaml`))) return undefined;
  return readData(edition, 'page.yaml', 'page') as PageFile;
}

export function readTopicFile(edition: string): TopicFile {
  return readData(edition, 'topics.yaml', 'topics') as TopicFile;
}

export function readDivergenceFile(edition: string): DivergenceFile {
  return readData(edition, 'divergences.yaml', 'divergences') as DivergenceFile;
}

export function readOutOfScopeFile(edition: string): OutOfScopeFile {
  return readData(edition, 'out-of-scope.yaml', 'out-of-scope') as OutOfScopeFile;
}

/** Reads the list of names that came with later releases. */
export function readLaterNamesFile(edition: string): LaterNamesFile {
  return readData(edition, 'later-names.yaml', 'later-names') as LaterNamesFile;
}

/** Returns whether the edition has a copy of the reference page. */
export function hasPageText(edition: string): boolean {
  return existsSync(urlOf(`${edition}/page.txt`));
}

/** Reads the copy of the reference page. */
export function readPageText(edition: string): string {
  return readText(edition, 'page.txt');
}

/** One recorded measurement. Its README explains the keys. */
export interface Measurement {
  readonly id: string;
  readonly topic: string;
  readonly yaml: string;
  readonly data?: unknown;
  readonly verdict: 'accepted' | 'rejected' | 'crashed';
  readonly stage?: string;
  readonly paths?: readonly string[];
  readonly checks?: readonly string[];
  readonly normal?: MeasuredNormal;
  /** Refused for a key that the page got later: it says nothing about the page of today. */
  readonly isOutdated: boolean;
}

/** The measurements; their normal forms have the keys that the page got later, each with its default. */
export function readMeasurements(edition: string): Measurement[] {
  const recorded = readText(edition, 'measurements/probes.ndjson')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Omit<Measurement, 'isOutdated'>);
  const defaults = normalDefaults(readSchema(`${edition}/normal-form`));
  const normals = recorded.map(({ normal }) => normal).filter((each) => each !== undefined);
  const later = laterKeys(normals, defaults);
  return recorded.map(({ normal, ...rest }) => ({
    ...rest,
    ...(normal === undefined ? {} : { normal: withLaterKeys(normal, later, defaults) }),
    isOutdated: isRefusedForLaterKey(rest, later),
  }));
}

/** Reads a YAML file of an edition. Throws if `schemas/<schema>.schema.json` does not allow its value. */
function readData(edition: string, path: string, schema: string): unknown {
  const value: unknown = parse(readText(edition, path));
  const errors = schemaErrors(schema, value);
  if (errors.length > 0)
    throw new Error([`${EDITIONS}/${edition}/${path} is not valid:`, ...errors].join('\n  '));
  return value;
}

function readText(edition: string, path: string): string {
  return readFileSync(urlOf(`${edition}/${path}`), 'utf8');
}

function urlOf(path: string): URL {
  return new URL(`../${EDITIONS}/${path}`, import.meta.url);
}
