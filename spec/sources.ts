import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';
import type { DivergenceFile } from './generated/divergence-file.ts';
import type { LaterNamesFile } from './generated/later-names-file.ts';
import type { OutOfScopeFile } from './generated/out-of-scope-file.ts';
import type { PageFile } from './generated/page-file.ts';
import type { RequirementFile } from './generated/requirement-file.ts';
import type { TopicFile } from './generated/topic-file.ts';
import { isRefusedForLaterKey, laterKeys, withLaterKeys, type MeasuredNormal } from './later-keys.ts';
import { schemaErrors } from './schema-check.ts';

/** The folder of the edition whose data files are read, from the root of the project. */
const EDITION = 'spec/editions/dstack-0.18.42';

/**
 * This module reads the data files of the edition, for the generator and the tests. All other code reads generated
 * files. A file that its schema does not allow throws, so the casts below are safe.
 */

/** The topics in reading order: the document, its values, its fields. */
const TOPIC_ORDER: readonly string[] = [
  'document',
  'yaml',
  'text',
  'boolean',
  'integer',
  'list',
  'run',
  'container',
  'env',
  'resources',
  'range',
  'memory',
  'gpu',
  'volumes',
  'ports',
  'provisioning',
  'retry',
  'duration',
];

/** Reads the requirement files in reading order. Throws if the files and the order don't match, which is a bug here. */
export function readRequirementFiles(): RequirementFile[] {
  const files = readdirSync(urlOf('requirements/'))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length));
  const unordered = files.filter((name) => !TOPIC_ORDER.includes(name));
  if (unordered.length > 0) throw new Error(`TOPIC_ORDER lacks ${unordered.join(', ')}`);
  return TOPIC_ORDER.map(
    (topic) => readData(`requirements/${topic}.yaml`, 'requirements') as RequirementFile,
  );
}

export function readPageFile(): PageFile {
  return readData('page.yaml', 'page') as PageFile;
}

export function readTopicFile(): TopicFile {
  return readData('topics.yaml', 'topics') as TopicFile;
}

export function readDivergenceFile(): DivergenceFile {
  return readData('divergences.yaml', 'divergences') as DivergenceFile;
}

export function readOutOfScopeFile(): OutOfScopeFile {
  return readData('out-of-scope.yaml', 'out-of-scope') as OutOfScopeFile;
}

/** Reads the list of names that came with later releases. */
export function readLaterNamesFile(): LaterNamesFile {
  return readData('later-names.yaml', 'later-names') as LaterNamesFile;
}

/** Reads the copy of the reference page. */
export function readPageText(): string {
  return readText('page.txt');
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
export function readMeasurements(): Measurement[] {
  const recorded = readText('measurements/probes.ndjson')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Omit<Measurement, 'isOutdated'>);
  const later = laterKeys(recorded.map(({ normal }) => normal).filter((each) => each !== undefined));
  return recorded.map(({ normal, ...rest }) => ({
    ...rest,
    ...(normal === undefined ? {} : { normal: withLaterKeys(normal, later) }),
    isOutdated: isRefusedForLaterKey(rest, later),
  }));
}

/** Reads a YAML file of the edition. Throws if `schemas/<schema>.schema.json` does not allow its value. */
function readData(path: string, schema: string): unknown {
  const value: unknown = parse(readText(path));
  const errors = schemaErrors(schema, value);
  if (errors.length > 0) throw new Error([`${EDITION}/${path} is not valid:`, ...errors].join('\n  '));
  return value;
}

function readText(path: string): string {
  return readFileSync(urlOf(path), 'utf8');
}

function urlOf(path: string): URL {
  return new URL(`../${EDITION}/${path}`, import.meta.url);
}
