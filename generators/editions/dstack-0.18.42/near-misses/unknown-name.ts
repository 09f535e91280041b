import { oneOf, type Pool } from '../../../choices/choose.ts';
import type { RequirementId } from '../../../../spec/generated/requirement-ids.ts';
import type { Literal } from '../../../document/literal.ts';
import { nodesOf } from '../mutations/field.ts';
import type { FieldMutation, Mutation } from '../mutations/mutation.ts';
import {
  entryPlace,
  fieldPlace,
  frameOf,
  itemPlace,
  leafPlace,
  pointerPart,
  withEntry,
  type Place,
} from '../mutations/place.ts';
import { text, type MappingNode, mapping } from '../../../document/node.ts';
import type { Pen } from '../../../choices/pen.ts';
import { Entries } from '../../../document/entries.ts';
import { drawResources } from '../fields/resources.ts';
import { drawUnknown, type Unknown, type Vocabulary } from './draw-unknown.ts';
import { EXPECTED, KNOWN } from './known-names.ts';

const GPU = leafPlace('gpu');

const RESOURCES = fieldPlace('resources');

/** The place of `resources` with three of its fields. */
const SOME_RESOURCES: Place = {
  ...RESOURCES,
  needs: ['cpu', 'gpu', 'memory'].map((part) => ['resources', part]),
};

const PORT = itemPlace('ports', () => text('8080'));

const VOLUME = itemPlace('volumes', () => text('a:/b'));

const VOLUME_WORDS: Vocabulary = {
  known: [...KNOWN.networkVolume, ...KNOWN.instanceVolume],
  expected: [...EXPECTED.networkVolume, ...EXPECTED.instanceVolume],
};

/** Unknown fields, at the top and in every mapping inside. */
export const UNKNOWN_NAMES: readonly Mutation[] = [
  unknownField(),
  unknownResource(),
  unknownEntry('resources/known-fields', SOME_RESOURCES, wordsOf('resources'), [
    { cpu: 2 },
    {},
    { gpu: 'A100', memory: '16GB' },
  ]),
  // gpu/known-fields: The object has no other field.
  unknownEntry('gpu/known-fields', GPU, wordsOf('gpu'), [
    { name: 'A100' },
    { count: 2 },
    { memory: '80GB', count: 1 },
    {},
  ]),
  // disk/known-fields: `disk` has no other field.
  unknownEntry('disk/known-fields', leafPlace('disk'), wordsOf('disk'), [
    { size: '100GB' },
    { size: '50GB..' },
  ]),
  // range/known-fields: A range's mapping has no other field.
  ...[
    leafPlace('cpu'),
    leafPlace('memory'),
    entryPlace(leafPlace('disk'), 'size'),
    entryPlace(GPU, 'count'),
    entryPlace(GPU, 'memory'),
    entryPlace(GPU, 'total_memory'),
  ].map((place) =>
    unknownEntry('range/known-fields', place, wordsOf('range'), [{ min: 2 }, { max: 8 }, { min: 1, max: 4 }]),
  ),
  // retry/known-fields: The mapping has no other field.
  unknownEntry('retry/known-fields', fieldPlace('retry'), wordsOf('retry'), [
    { on_events: ['error'] },
    { on_events: ['no-capacity', 'interruption'], duration: '1h' },
  ]),
  // registry_auth/known-fields: `registry_auth` has no other field.
  unknownEntry('registry_auth/known-fields', fieldPlace('registry_auth'), wordsOf('registryAuth'), [
    { username: 'a', password: 'b' },
    { password: 'b', username: 'a' },
  ]),
  // volumes/known-fields: A mount point has no field of the other kind and no other field.
  unknownEntry('volumes/known-fields', VOLUME, VOLUME_WORDS, [
    { name: 'a', path: '/b' },
    { instance_path: '/a', path: '/b' },
    { instance_path: '/a', path: '/b', optional: true },
  ]),
  // ports/object-known-fields: The object has no other field.
  unknownEntry('ports/object-known-fields', PORT, wordsOf('port'), [
    { container_port: 80 },
    { local_port: 8080, container_port: 80 },
  ]),
];

function wordsOf(name: keyof typeof KNOWN): Vocabulary {
  return { known: KNOWN[name], expected: EXPECTED[name] };
}

/** document/known-fields: A field that the page does not list is refused. */
function unknownField(): FieldMutation {
  return {
    kind: 'fields',
    requirement: 'document/known-fields',
    claims: [],
    image: 'any',
    isEdited: true,
    write: (entries, pen) => {
      const { name, value } = drawUnknown(wordsOf('task'), pen.source);
      entries.add(text(name), value);
      return `/${pointerPart(name)}`;
    },
  };
}

/** resources/known-fields: `resources` has no other field. */
function unknownResource(): FieldMutation {
  return {
    kind: 'fields',
    requirement: 'resources/known-fields',
    ...frameOf(RESOURCES),
    write: (entries, pen) => {
      const unknown = drawUnknown(wordsOf('resources'), pen.source);
      const known = new Entries();
      drawResources(known, pen, { hasImage: false });
      return putUnknown(RESOURCES, unknown, known.toNode(), entries, pen);
    },
  };
}

/** Adds a field that is not among the known ones to one of these valid mappings. */
function unknownEntry(
  requirement: RequirementId,
  place: Place,
  words: Vocabulary,
  valid: Pool<Literal>,
): FieldMutation {
  const mappings = nodesOf(valid);
  return {
    kind: 'fields',
    requirement,
    ...frameOf(place),
    write: (entries, pen) => {
      const unknown = drawUnknown(words, pen.source);
      const node = oneOf(pen.source, mappings);
      return putUnknown(place, unknown, node.kind === 'mapping' ? node : mapping([], []), entries, pen);
    },
  };
}

function putUnknown(
  place: Place,
  { name, value }: Unknown,
  { keys, values }: MappingNode,
  entries: Entries,
  pen: Pen,
): string {
  const pointer = place.put(withEntry(keys, values, text(name), value, pen), entries, pen);
  return `${pointer}/${pointerPart(name)}`;
}
