import { existsSync, readFileSync } from 'node:fs';
import { documentJson } from '../../reference/document/document-json.ts';
import { readJson } from '../../reference/json/json.ts';
import { stringifyNormal } from '../../spec/generated/normal-text.ts';
import { exceptionFor } from '../../spec/exceptions.ts';
import type { NormalForm } from '../../spec/generated/normal-form.ts';
import { withLaterKeys, type MeasuredNormal } from '../../spec/measured-normal.ts';
import { isMapping } from '../../reference/document/is-mapping.ts';

/** Measured documents are small; nothing with more keys is looked up. */
const MOST_KEYS = 4;

let meanings: ReadonlyMap<string, string> | undefined;

/**
 * What the release made of this very document: the text of the normal form, or `rejected`. Undefined where it was not
 * measured, where the two lists of exceptions excuse the measurement, and where there are no measurements: they are in
 * the repository, not in the package. That loses nothing: a test shows that they agree with the reference.
 */
export function measuredMeaning(document: unknown): string | undefined {
  if (!isMapping(document) || Object.keys(document).length > MOST_KEYS) return undefined;
  meanings ??= readMeanings();
  return meanings.size === 0 ? undefined : meanings.get(keyOf(document) ?? '');
}

function readMeanings(): ReadonlyMap<string, string> {
  const file = new URL('../../spec/editions/dstack-0.18.42/measurements/probes.ndjson', import.meta.url);
  if (!existsSync(file)) return new Map();
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  const normals = withLaterKeys(lines.map(normalIn).filter((each) => each !== undefined)).values();
  const found = new Map<string, string>();
  for (const line of lines) {
    // The agreement test holds each normal form against the reference, so the cast is safe.
    const normal = normalIn(line) === undefined ? undefined : (normals.next().value as NormalForm | undefined);
    const key = keyIn(line);
    if (key !== undefined) found.set(key, normal === undefined ? 'rejected' : stringifyNormal(normal));
  }
  return found;
}

/** Read by the lossless reader: the key keeps `2.0` and `2` apart. Undefined where nothing is to be looked up. */
function keyIn(line: string): string | undefined {
  const reading = readJson(line);
  if (reading.kind === 'refused' || !isMapping(reading.document)) return undefined;
  const { id, data } = reading.document;
  return typeof id !== 'string' || exceptionFor(id) !== undefined || !isMapping(data) ? undefined : keyOf(data);
}

function normalIn(line: string): MeasuredNormal | undefined {
  return (JSON.parse(line) as { readonly normal?: MeasuredNormal }).normal;
}

/** Equal for documents that differ in nothing but the order of their keys. */
function keyOf(document: unknown): string | undefined {
  return documentJson(sorted(document));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isMapping(value)) return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key])]));
}
