import type { LaterNamesFile } from './generated/later-names-file.ts';
import type { SchemaNode } from './normal-writer.ts';

/**
 * This module makes the vocabulary of an edition from its schema and its list of later names. For the generator.
 * Places are JSON Pointers in which `*` stands for any index; that of the whole document is empty.
 */
interface Vocabulary {
  readonly places: Readonly<Record<string, readonly string[]>>;
  readonly laterFields: readonly LaterName[];
  readonly laterValues: readonly LaterName[];
}

interface LaterName {
  readonly place: string;
  readonly name: string;
  readonly since: string;
}

export function vocabularyOf(schema: SchemaNode, { fields, values }: LaterNamesFile): Vocabulary {
  const places = new Map<string, string[]>();
  collect(schema, '', schema, (name, place) => {
    const known = places.get(name) ?? [];
    if (!known.includes(place)) places.set(name, [...known, place]);
  });
  return {
    places: Object.fromEntries([...places].map(([name, each]) => [name, each.sort(byDepth)])),
    laterFields: fields.map(({ path, since }) => laterField(path, since)),
    laterValues: values.map(({ path, value, since }) => ({ place: path, name: value, since })),
  };
}

export function writeVocabulary(vocabulary: Vocabulary): string {
  return [
    'export const VOCABULARY = {',
    '  places: {',
    ...Object.entries(vocabulary.places).map(([name, each]) => `    ${name}: ${JSON.stringify(each)},`),
    '  },',
    '  laterFields: [',
    ...vocabulary.laterFields.map((each) => `    ${JSON.stringify(each)},`),
    '  ],',
    '  laterValues: [',
    ...vocabulary.laterValues.map((each) => `    ${JSON.stringify(each)},`),
    '  ],',
    '};',
  ].join('\n');
}

/** Reports the fields of every mapping that only takes the fields which the schema lists. */
function collect(
  node: SchemaNode,
  place: string,
  root: SchemaNode,
  found: (name: string, place: string) => void,
): void {
  const target = node.$ref === undefined ? node : root.$defs?.[node.$ref.slice('#/$defs/'.length)];
  if (target === undefined) return;
  const { properties = {}, items, anyOf = [] } = target;
  const branches = [target.then, target.else].filter((branch) => branch !== undefined);
  for (const [name, inner] of target.additionalProperties === false ? Object.entries(properties) : []) {
    found(name, place);
    collect(inner, `${place}/${name}`, root, found);
  }
  if (items !== undefined) collect(items, `${place}/*`, root, found);
  for (const each of [...branches, ...anyOf]) collect(each, place, root, found);
}

function byDepth(left: string, right: string): number {
  return left.split('/').length - right.split('/').length;
}

function laterField(path: string, since: string): LaterName {
  const end = path.lastIndexOf('/');
  return { place: path.slice(0, end), name: path.slice(end + 1), since };
}
