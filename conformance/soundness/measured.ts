import { LANGUAGE } from '../../reference/editions/dstack-0.18.42/language.ts';
import { existsSync, readFileSync } from 'node:fs';
import { documentJson } from '../../reference/document/document-json.ts';
import { readJson } from '../../reference/json/json.ts';
import { exceptionFor } from '../../spec/exceptions.ts';
import type { NormalForm } from '../../spec/generated/normal-form.ts';
import { isMapping } from '../../reference/document/is-mapping.ts';

/** Documents with more keys than this are not looked up, because measured documents are small. */
const MOST_KEYS = 4;

let meanings: ReadonlyMap<string, string> | undefined;

/**
 * Returns the measured result of the release for this exact document: the text of the normal form, or `rejected`.
 * Returns undefined if the document was not measured, if the two lists of exceptions excuse the measurement, or if
 * there are no measurements: they are in the repository but not in the package. That loses nothing, because a test
 * shows that they agree with the reference.
 */
export function measuredMeaning(document: unknown): string | undefined {
  if (!isMapping(document) || Object.keys(document).length > MOST_KEYS) return undefined;
  meanings ??= readMeanings();
  return meanings.size === 0 ? undefined : meanings.get(keyOf(document) ?? '');
}

function readMeanings(): ReadonlyMap<string, string> {
  const file = new URL('../../spec/editions/dstack-0.18.42/measurements/probes.ndjson', import.meta.url);
  const found = new Map<string, string>();
  if (!existsSync(file)) return found;
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const reading = readJson(line);
    if (reading.kind === 'refused' || !isMapping(reading.document)) continue;
    const { id, data } = reading.document;
    const key = isMapping(data) ? keyOf(data) : undefined;
    if (key === undefined || typeof id !== 'string' || exceptionFor(id) !== undefined) continue;
    found.set(key, normalIn(line));
  }
  return found;
}

/**
 * Returns the normal form in a line that is known to be JSON. The agreement test compares each normal form with the
 * reference.
 */
function normalIn(line: string): string {
  const { normal } = JSON.parse(line) as { readonly normal?: NormalForm };
  return normal === undefined ? 'rejected' : LANGUAGE.stringify(normal);
}

/** Returns a key that is equal for documents that differ only in the order of their keys. */
function keyOf(document: unknown): string | undefined {
  return documentJson(sorted(document));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isMapping(value)) return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key])]));
}
