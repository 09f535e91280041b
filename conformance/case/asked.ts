import { readJson } from '../../reference/json/json.ts';
import { interpret, trace } from '../../reference/interpret.ts';
import { isMapping } from '../../reference/document/is-mapping.ts';
import { steps } from '../../reference/document/pointer.ts';
import { readYaml } from '../../reference/yaml/yaml.ts';
import {
  nameOfField,
  type DeclarableField,
  type FieldPath,
  type Offer,
} from '../../generators/choices/offer.ts';
import type { Edition } from '../edition.ts';
import type { Input, TestCase } from './case.ts';

/**
 * Returns whether an example or a find is asked of an implementation that declares some of the fields. It is asked if
 * the implementation can know the right answer: the document has no other field, unless as the smallest document has
 * it, and nothing about another field decides.
 */
export function isAsked(test: TestCase): boolean {
  const { offer } = test.edition.grammar;
  if (offer === undefined) return true;
  const document = documentIn(test.input);
  // A text that can't be read is refused whatever it seems to hold.
  if (document === UNREADABLE) return true;
  return hasOnlyDeclared(test.edition, offer, document) && decidesByDeclared(test, offer, document);
}

/**
 * Returns the names of the fields that a document gives otherwise than the smallest one; undefined for a text that
 * can't be read.
 */
export function fieldsGivenIn({ edition, input }: TestCase): readonly string[] | undefined {
  const document = documentIn(input);
  if (document === UNREADABLE) return undefined;
  const { fields } = edition.grammar;
  const smallest = smallestDocument(edition);
  const given = fieldsIn(document, fields).filter((path) => !saysTheSame(path, document, smallest));
  return fields
    .map(({ path }) => path)
    .filter((path) => given.includes(path))
    .map(nameOfField);
}

const UNREADABLE = Symbol('unreadable');

function documentIn({ kind, text }: Input): unknown {
  const reading = kind === 'json' ? readJson(text) : readYaml(text);
  return reading.kind === 'read' ? reading.document : UNREADABLE;
}

function hasOnlyDeclared(edition: Edition, offer: Offer, document: unknown): boolean {
  const others = fieldsIn(document, edition.grammar.fields).filter((path) => !offer.has(path));
  if (others.length === 0) return true;
  const smallest = smallestDocument(edition);
  return others.every((path) => saysTheSame(path, document, smallest));
}

/** Returns the fields that a document gives, and the mappings around them. Unknown names are no fields. */
function fieldsIn(document: unknown, fields: readonly DeclarableField[], place: FieldPath = []): FieldPath[] {
  if (!isMapping(document)) return [];
  return Object.keys(document).flatMap((key) => {
    const field = fieldAt(fields, [...place, key]);
    if (field !== undefined) return [field.path];
    const inner = [...place, key];
    const isAround = fields.some(({ path }) => isBelow(path, inner));
    return isAround ? [inner, ...fieldsIn(document[key], fields, inner)] : [];
  });
}

/** Returns the field that a place in a document is, by its own name or a deprecated one. */
function fieldAt(fields: readonly DeclarableField[], place: FieldPath): DeclarableField | undefined {
  const [key = ''] = place.slice(-1);
  return fields.find(
    ({ path, keys }) =>
      path.length === place.length && isBelow(path, place.slice(0, -1)) && keys.includes(key),
  );
}

function isBelow(path: FieldPath, outer: FieldPath): boolean {
  return outer.every((key, index) => path[index] === key);
}

function smallestDocument({ spec }: Edition): unknown {
  return documentIn({ kind: 'yaml', text: spec.minimal.document });
}

function saysTheSame([key = '', ...inner]: FieldPath, one: unknown, other: unknown): boolean {
  if (!isMapping(one) || !isMapping(other)) return false;
  if (inner.length > 0) return saysTheSame(inner, one[key], other[key]);
  return Object.hasOwn(one, key) && JSON.stringify(one[key]) === JSON.stringify(other[key]);
}

/** Returns whether the right answer about a document rests on declared fields, or on no field at all. */
function decidesByDeclared(test: TestCase, offer: Offer, document: unknown): boolean {
  const { edition, expected, requirements } = test;
  if (expected.kind === 'rejected') {
    return (
      expected.violations.some(({ path }) => !isForeign(edition, offer, path)) &&
      !isMendedBySmallest(edition, offer, document)
    );
  }
  const { origins } = trace(edition.language, document);
  return requirements.some((id) => {
    const places = [...origins].filter(([, origin]) => origin.requirements.includes(id));
    return places.length === 0 || places.some(([path]) => !isForeign(edition, offer, path));
  });
}

/** Returns whether a place in a document belongs to a field that is not declared. */
function isForeign({ grammar: { fields } }: Edition, offer: Offer, pointer: string): boolean {
  const place = steps(pointer);
  const field = place.map((_, index) => fieldAt(fields, place.slice(0, index + 1))).find(Boolean);
  return field !== undefined && !offer.has(field.path);
}

/** Returns whether a refused document lacks nothing but fields of the smallest one that are not declared. */
function isMendedBySmallest(edition: Edition, offer: Offer, document: unknown): boolean {
  const smallest = smallestDocument(edition);
  if (!isMapping(document) || !isMapping(smallest)) return false;
  const others = Object.entries(smallest).filter(([key]) => !offer.has([key]));
  const mended = { ...Object.fromEntries(others), ...document };
  return interpret(edition.language, mended).kind === 'accepted';
}
