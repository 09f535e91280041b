import { oneOf, type Pool } from '../../../choices/choose.ts';
import type { RequirementId } from '../../../../spec/generated/levels.ts';
import type { Literal } from '../../../document/literal.ts';
import { nodesOf } from '../mutations/field.ts';
import type { FieldMutation, Mutation } from '../mutations/mutation.ts';
import {
  entryPlace,
  fieldPlace,
  itemPlace,
  leafPlace,
  pointerPart,
  withEntry,
  type Place,
} from '../mutations/place.ts';
import { text, type MappingNode, type Node, mapping } from '../../../document/node.ts';
import type { Pen } from '../../../choices/pen.ts';
import type { Source } from '../../../choices/source.ts';
import { Entries } from '../../../document/entries.ts';
import { drawResources } from '../fields/resources.ts';
import { editText } from '../../../misspelling/edit.ts';
import { FOREIGN_NAMES, KNOWN, LEGACY } from './known-names.ts';

const GPU = leafPlace('gpu');

const RESOURCES = fieldPlace('resources');

const PORT = itemPlace('ports', () => text('8080'));

const VOLUME = itemPlace('volumes', () => text('a:/b'));

/** Unknown fields, at the top and in every mapping inside. */
export const UNKNOWN_NAMES: readonly Mutation[] = [
  unknownField(),
  unknownResource(),
  // gpu/known-fields: The object has no other field.
  unknownEntry('gpu/known-fields', GPU, KNOWN.gpu, [
    { name: 'A100' },
    { count: 2 },
    { memory: '80GB', count: 1 },
    {},
  ]),
  // disk/known-fields: `disk` has no other field.
  unknownEntry('disk/known-fields', leafPlace('disk'), KNOWN.disk, [{ size: '100GB' }, { size: '50GB..' }]),
  // range/known-fields: A range's mapping has no other field.
  ...[
    leafPlace('cpu'),
    leafPlace('memory'),
    entryPlace(leafPlace('disk'), 'size'),
    entryPlace(GPU, 'count'),
    entryPlace(GPU, 'memory'),
    entryPlace(GPU, 'total_memory'),
  ].map((place) =>
    unknownEntry('range/known-fields', place, KNOWN.range, [{ min: 2 }, { max: 8 }, { min: 1, max: 4 }]),
  ),
  // retry/known-fields: The mapping has no other field.
  unknownEntry('retry/known-fields', fieldPlace('retry'), KNOWN.retry, [
    { on_events: ['error'] },
    { on_events: ['no-capacity', 'interruption'], duration: '1h' },
  ]),
  // registry_auth/known-fields: `registry_auth` has no other field.
  unknownEntry('registry_auth/known-fields', fieldPlace('registry_auth'), KNOWN.registryAuth, [
    { username: 'a', password: 'b' },
    { password: 'b', username: 'a' },
  ]),
  // volumes/known-fields: A mount point has no field of the other kind and no other field.
  unknownEntry(
    'volumes/known-fields',
    VOLUME,
    [...KNOWN.networkVolume, ...KNOWN.instanceVolume],
    [
      { name: 'a', path: '/b' },
      { instance_path: '/a', path: '/b' },
      { instance_path: '/a', path: '/b', optional: true },
    ],
  ),
  // ports/object-known-fields: The object has no other field.
  unknownEntry('ports/object-known-fields', PORT, KNOWN.port, [
    { container_port: 80 },
    { local_port: 8080, container_port: 80 },
  ]),
];

/** Values of an unknown field, which make no difference. */
const ANYTHING = nodesOf([1, null, true, 'a', [], {}, '', false, '2h', ['a'], { a: 1 }, 0]);

/** document/known-fields: A field that the page does not list is refused. */
function unknownField(): FieldMutation {
  return {
    kind: 'fields',
    requirement: 'document/known-fields',
    claims: [],
    image: 'any',
    isEdited: true,
    write: (entries, pen) => {
      const name = drawUnknownName(KNOWN.task, pen.source);
      entries.add(text(name), oneOf(pen.source, ANYTHING));
      return `/${pointerPart(name)}`;
    },
  };
}

/** resources/known-fields: `resources` has no other field. */
function unknownResource(): FieldMutation {
  return {
    kind: 'fields',
    requirement: 'resources/known-fields',
    claims: RESOURCES.claims,
    image: RESOURCES.image,
    write: (entries, pen) => {
      const name = drawUnknownName(KNOWN.resources, pen.source);
      const known = new Entries();
      drawResources(known, pen, { hasImage: false });
      return putUnknown(RESOURCES, name, known.toNode(), entries, pen);
    },
  };
}

/** Adds a field that is not among the known ones to one of these valid mappings. */
function unknownEntry(
  requirement: RequirementId,
  place: Place,
  known: Pool<string>,
  valid: Pool<Literal>,
): FieldMutation {
  const mappings = nodesOf(valid);
  return {
    kind: 'fields',
    requirement,
    claims: place.claims,
    image: place.image,
    write: (entries, pen) => {
      const name = drawUnknownName(known, pen.source);
      const node = oneOf(pen.source, mappings);
      return putUnknown(place, name, node.kind === 'mapping' ? node : mapping([], []), entries, pen);
    },
  };
}

function putUnknown(
  place: Place,
  name: string,
  { keys, values }: MappingNode,
  entries: Entries,
  pen: Pen,
): string {
  const value: Node = oneOf(pen.source, ANYTHING);
  const pointer = place.put(withEntry(keys, values, text(name), value, pen), entries, pen);
  return `${pointer}/${pointerPart(name)}`;
}

/** An unknown name is drawn in this many tries. After that, a name is used that is never known. */
const TRIES = 6;

function drawUnknownName(known: Pool<string>, source: Source): string {
  for (let tries = 0; tries < TRIES; tries += 1) {
    source.enter('part');
    const name = drawName(known, source);
    source.leave();
    if (!known.includes(name) && !LEGACY.has(name)) return name;
  }
  return 'foo';
}

const LETTERS = ['s', '_', '-', ' ', 'x', '1', 'x-', '.'] as const;

function drawName(known: Pool<string>, source: Source): string {
  switch (source.below(8)) {
    case 1:
    case 2:
      return editText(oneOf(source, known), LETTERS, source);
    case 3:
    case 4:
      return inAnotherStyle(oneOf(source, known), source);
    case 5:
      return oneOf(source, KNOWN[oneOf(source, MAPPINGS)]);
    case 6:
      return randomName(source);
    default:
      return oneOf(source, FOREIGN_NAMES);
  }
}

/** The mappings whose fields may be unknown to another mapping. */
const MAPPINGS = [
  'task',
  'resources',
  'gpu',
  'disk',
  'range',
  'retry',
  'registryAuth',
  'networkVolume',
  'instanceVolume',
  'port',
] as const;

/** Writes a name in the styles of other languages and tools, or with the beginning or the end of a known one. */
function inAnotherStyle(name: string, source: Source): string {
  const styles = [
    `x-${name}`,
    camel(name),
    name.replaceAll('_', '-'),
    name.toUpperCase(),
    name.charAt(0).toUpperCase() + name.slice(1),
    name.endsWith('s') ? name.slice(0, -1) : `${name}s`,
    name.replaceAll('_', ' '),
    name.replaceAll('_', ''),
    camel(name).replace(/^./, (first) => first.toUpperCase()),
    `_${name}`,
    `${name}_`,
    `${name}.${name}`,
    name.slice(0, -2),
    name.split('_').reverse().join('_'),
    `x_${name}`,
    `${name}?`,
  ];
  return styles[source.below(styles.length)] ?? name;
}

function camel(name: string): string {
  return name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function randomName(source: Source): string {
  let name = '';
  for (let left = 1 + source.below(10); left > 0; left -= 1) {
    name += 'abcdefghijklmnopqrstuvwxyz_'.charAt(source.below(27));
  }
  return name;
}
