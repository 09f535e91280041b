import type { RequirementId } from '../../../../spec/generated/requirement-ids.ts';
import type { Pool } from '../../../choices/choose.ts';
import type { FieldMutation } from '../mutations/mutation.ts';
import { frameOf, type Place } from '../mutations/place.ts';
import {
  boolean,
  float,
  integer,
  knownText,
  list,
  mapping,
  NULL,
  text,
  type Node,
} from '../../../document/node.ts';
import type { Pen } from '../../../choices/pen.ts';

/** A kind of value that a place refuses. */
export type WrongKind =
  /** A list of the right value, or a list of such a list. */
  | 'list'
  | 'empty-list'
  /** A mapping that holds the right value. */
  | 'mapping'
  | 'empty-mapping'
  | 'null'
  | 'boolean'
  | 'integer'
  | 'float'
  | 'text'
  /** A value that would be right as an item, where a list is expected. */
  | 'item';

/** The right values of a place, and the requirement that each wrong kind breaks. */
export interface Kinds {
  readonly place: Place;
  /** Draws the right value. The right value of a list is drawn as one of its items. */
  readonly right: (pen: Pen) => Node;
  /** True if the release turns a list of pairs into a mapping here, which is out of scope. */
  readonly isMapping?: true;
  readonly wrong: Readonly<Partial<Record<WrongKind, RequirementId>>>;
}

/** Makes a mutation for each requirement that a wrong kind breaks in a place. */
export function wrongKinds({ wrong, ...kinds }: Kinds): FieldMutation[] {
  const byRequirement = new Map<RequirementId, WrongKind[]>();
  for (const kind of ALL) {
    const requirement = wrong[kind];
    if (requirement === undefined) continue;
    byRequirement.set(requirement, [...(byRequirement.get(requirement) ?? []), kind]);
  }
  return [...byRequirement].map(([requirement, [first = 'list', ...rest]]) =>
    wrongKind(requirement, [first, ...rest], kinds),
  );
}

/** All kinds, the simplest first. */
const ALL: Pool<WrongKind> = [
  'item',
  'list',
  'mapping',
  'integer',
  'text',
  'boolean',
  'float',
  'null',
  'empty-list',
  'empty-mapping',
];

function wrongKind(
  requirement: RequirementId,
  ways: Pool<WrongKind>,
  { place, right, isMapping }: Omit<Kinds, 'wrong'>,
): FieldMutation {
  return {
    kind: 'fields',
    requirement,
    ...frameOf(place),
    write: (entries, pen) => {
      const kind = ways[pen.source.below(ways.length)] ?? ways[0];
      const node = valueOf(kind, right, pen);
      return place.put(isMapping === true && isPairs(node) ? list([integer(1)]) : node, entries, pen);
    },
  };
}

/** The last three are keys of mappings in other places. */
const KEYS = ['value', 'name', '0', 'key', 'a', '', 'min', 'max', 'size'].map(knownText);

const TEXTS = ['abc', 'true', '100', 'a:b', '[a]', '{a: b}', '- a', 'a, b', '{"a": 1}', 'null'].map(
  knownText,
);

function valueOf(kind: WrongKind, right: Kinds['right'], pen: Pen): Node {
  const { source } = pen;
  switch (kind) {
    case 'item':
      return drawRight(right, pen);
    case 'list': {
      const only = list([drawRight(right, pen)]);
      return source.below(4) === 3 ? list([only]) : only;
    }
    case 'empty-list':
      return list([]);
    case 'mapping':
      return mapping([KEYS[source.below(KEYS.length)] ?? text('a')], [drawRight(right, pen)]);
    case 'empty-mapping':
      return mapping([], []);
    case 'null':
      return NULL;
    case 'boolean':
      return boolean(source.below(2) === 0);
    case 'integer':
      return integer([2, 8_080, -1, 100, 3, 65_536][source.below(6)] ?? 2);
    case 'float':
      return float(1.5 + source.below(4));
    case 'text':
      return TEXTS[source.below(TEXTS.length)] ?? text('abc');
  }
}

/** Draws a right value without noting requirements, because the document around it is broken. */
function drawRight(right: Kinds['right'], pen: Pen): Node {
  return right(pen.quiet());
}

/**
 * Returns whether Python turns a list of these into a mapping: pairs, texts of two characters, mappings of two keys.
 */
function isPairs(node: Node): boolean {
  return node.kind === 'list' && node.items.every((item) => lengthOf(item) === 2);
}

function lengthOf(node: Node): number {
  switch (node.kind) {
    case 'list':
      return node.items.length;
    case 'mapping':
      return node.keys.length;
    case 'text':
      return Array.from(node.value).length;
    case 'integer':
    case 'float':
    case 'boolean':
    case 'null':
    case 'raw':
      return 0;
  }
}
