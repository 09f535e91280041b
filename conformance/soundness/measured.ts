import { LANGUAGE } from '../../reference/editions/dstack-0.18.42/language.ts';
import { existsSync, readFileSync } from 'node:fs';
import { documentJson } from '../../reference/document/document-json.ts';
import { readJson } from '../../reference/json/json.ts';
import { exceptionFor } from '../../spec/exceptions.ts';
import type { NormalForm } from '../../spec/generated/normal-form.ts';
import {
  isRefusedForLaterKey,
  laterKeys,
  withLaterKeys,
  type MeasuredNormal,
} from '../../spec/later-keys.ts';
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
  if (!existsSync(file)) return new Map();
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  const measurements = lines.map((line) => ({ line, ...recordIn(line) }));
  const later = laterKeys(measurements.map(({ normal }) => normal).filter((each) => each !== undefined));
  const found = new Map<string, string>();
  for (const each of measurements) {
    const key = isRefusedForLaterKey(each, later) ? undefined : keyIn(each.line);
    if (key !== undefined) found.set(key, meaningOf(each, later));
  }
  return found;
}

interface Recorded {
  readonly normal?: MeasuredNormal;
  readonly paths?: readonly string[];
}

/** Of a line that is known to be JSON. */
function recordIn(line: string): Recorded {
  return JSON.parse(line) as Recorded;
}

function meaningOf({ normal }: Recorded, later: readonly string[]): string {
  if (normal === undefined) return 'rejected';
  // The agreement test holds each normal form against the reference, so it is one.
  return LANGUAGE.stringify(withLaterKeys(normal, later) as unknown as NormalForm);
}

/** Read by the lossless reader: the key keeps `2.0` and `2` apart. Undefined where nothing is to be looked up. */
function keyIn(line: string): string | undefined {
  const reading = readJson(line);
  if (reading.kind === 'refused' || !isMapping(reading.document)) return undefined;
  const { id, data } = reading.document;
  return typeof id !== 'string' || exceptionFor(id) !== undefined || !isMapping(data)
    ? undefined
    : keyOf(data);
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
