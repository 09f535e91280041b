import { isMap, isScalar, isSeq, parseDocument, visit } from 'yaml';
import { documentJson } from '../../reference/document/document-json.ts';
import { isMapping } from '../../reference/document/is-mapping.ts';
import { steps } from '../../reference/document/pointer.ts';
import type { Reading } from '../../reference/document/reading.ts';
import { readJson } from '../../reference/json/json.ts';
import { readYaml } from '../../reference/yaml/yaml.ts';
import type { ShowDocument, ShownDocument } from '../../reports/format.ts';
import { yamlText } from '../files/yaml-text.ts';

/** A longer text is shown only as it is, because reading it takes long. */
const MOST = 20_000;

/** Shows a document as YAML and as JSON, where both can say it, with the line of a place. */
export function showDocument(...[{ kind, text }, place]: Parameters<ShowDocument>): ReturnType<ShowDocument> {
  if (text.length > MOST) return [{ notation: kind, text, line: undefined }];
  const reading = kind === 'json' ? readJson(text) : readYaml(text);
  if (reading.kind === 'refused') return [{ notation: kind, text, line: undefined }];
  const json = indentedJson(reading.document, '');
  const asJson = json === undefined ? [] : [shownDocument('json', json, place)];
  if (kind === 'yaml') return [shownDocument('yaml', text, place), ...asJson];
  const yaml = blockYaml(text);
  return [...asJson, ...(yaml === undefined ? [] : [shownDocument('yaml', yaml, place)])];
}

function shownDocument(notation: 'json' | 'yaml', text: string, place: string): ShownDocument {
  const reading = notation === 'json' ? readJson(text) : readYaml(text);
  return { notation, text, line: lineOf(reading, place) };
}

/** Returns the line of a value; undefined for the whole document, and for a value that the document does not have. */
function lineOf(reading: Reading, place: string): number | undefined {
  if (reading.kind === 'refused' || place === '') return undefined;
  let value: unknown = reading.document;
  for (const step of steps(place)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = Reflect.get(value, step);
  }
  return reading.locate(place, 'key')?.line;
}

/** Writes a document as indented JSON that keeps every detail of numbers; undefined if JSON can't say it. */
function indentedJson(value: unknown, indent: string): string | undefined {
  const inner = `${indent}  `;
  if (Array.isArray(value) && value.length > 0) {
    const items = value.map((item: unknown) => indentedJson(item, inner));
    return items.includes(undefined) ? undefined : `[\n${inner}${items.join(`,\n${inner}`)}\n${indent}]`;
  }
  if (!isMapping(value) || Object.keys(value).length === 0) return documentJson(value);
  const entries = Object.entries(value).map(([key, part]) => {
    const text = indentedJson(part, inner);
    return text === undefined ? undefined : `${JSON.stringify(key)}: ${text}`;
  });
  return entries.includes(undefined) ? undefined : `{\n${inner}${entries.join(`,\n${inner}`)}\n${indent}}`;
}

/** Writes JSON as YAML in blocks; undefined if that would not say the same. */
function blockYaml(json: string): string | undefined {
  const document = parseDocument(json, { version: '1.1', uniqueKeys: false });
  if (document.errors.length > 0) return undefined;
  visit(document, (_key, node) => {
    if (isMap(node) || isSeq(node)) node.flow = node.items.length === 0;
    else if (isScalar(node) && typeof node.value === 'string') delete node.type;
  });
  const yaml = yamlText(document);
  return sameDocument(readYaml(yaml), readJson(json)) ? yaml : undefined;
}

function sameDocument(one: Reading, other: Reading): boolean {
  if (one.kind === 'refused' || other.kind === 'refused') return false;
  const text = documentJson(one.document);
  return text !== undefined && text === documentJson(other.document);
}
