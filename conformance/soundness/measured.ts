import { existsSync, readFileSync } from 'node:fs';
import { documentJson } from '../../reference/document/document-json.ts';
import { readJson } from '../../reference/json/json.ts';
import type { AnyLanguage } from '../../reference/language.ts';
import type { EditionSpec } from '../../spec/edition.ts';
import { exceptionFor } from '../../spec/exceptions.ts';
import {
  isRefusedForLaterKey,
  laterKeys,
  withLaterKeys,
  type MeasuredNormal,
} from '../../spec/later-keys.ts';
import { isMapping } from '../../reference/document/is-mapping.ts';

/** Documents with more keys than this are not looked up, because measured documents are small. */
const MOST_KEYS = 4;

/**
 * Returns a function for the measured result of the release for exactly a document: the text of the normal form, or
 * `rejected`. It returns undefined if the document was not measured, if the two lists of exceptions excuse the
 * measurement, or if there are no measurements: they are in the repository but not in the package. That loses nothing,
 * because a test shows that they agree with the reference. The file is read when the first document is looked up.
 */
export function measuredIn(
  file: URL,
  spec: EditionSpec,
  language: AnyLanguage,
): (document: unknown) => string | undefined {
  let meanings: ReadonlyMap<string, string> | undefined;
  return (document) => {
    if (!isMapping(document) || Object.keys(document).length > MOST_KEYS) return undefined;
    meanings ??= readMeanings(file, spec, language);
    return meanings.size === 0 ? undefined : meanings.get(keyOf(document) ?? '');
  };
}

function readMeanings(file: URL, spec: EditionSpec, language: AnyLanguage): ReadonlyMap<string, string> {
  const defaults: MeasuredNormal = { ...spec.defaults };
  if (!existsSync(file)) return new Map();
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  const measurements = lines.map((line) => ({ line, ...recordIn(line) }));
  const normals = measurements.map(({ normal }) => normal).filter((each) => each !== undefined);
  const later = laterKeys(normals, defaults);
  const found = new Map<string, string>();
  for (const each of measurements) {
    const key = isRefusedForLaterKey(each, later) ? undefined : keyIn(each.line, spec);
    if (key === undefined) continue;
    const { normal } = each;
    // The agreement test holds each normal form against the reference, so it is one.
    const whole = normal && withLaterKeys(normal, later, defaults);
    found.set(key, whole === undefined ? 'rejected' : language.stringify(whole));
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

/** Read by the lossless reader: the key keeps `2.0` and `2` apart. Undefined where nothing is to be looked up. */
function keyIn(line: string, spec: EditionSpec): string | undefined {
  const reading = readJson(line);
  if (reading.kind === 'refused' || !isMapping(reading.document)) return undefined;
  const { id, data } = reading.document;
  return typeof id !== 'string' || exceptionFor(spec, id) !== undefined || !isMapping(data)
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
