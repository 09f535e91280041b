import type { RequirementId } from '../../spec/generated/levels.ts';
import { oneOfTheFirst, type Pool } from '../choose.ts';
import { nodeOf, type Literal } from '../literal.ts';
import { knownText, list, type Node } from '../node.ts';
import type { Pen } from '../pen.ts';
import type { TaskFrame } from '../task/task.ts';
import type { FieldMutation } from './mutation.ts';

type Image = TaskFrame['image'];

/** A field of the task with one of these values, near-misses first; `within` leads from the field to the broken place. */
export function badField(
  requirement: RequirementId,
  field: string,
  literals: Pool<Literal>,
  { image = 'any', within = '' }: { readonly image?: Image; readonly within?: string } = {},
): FieldMutation {
  const key = knownText(field);
  const nodes = nodesOf(literals);
  return {
    kind: 'fields',
    requirement,
    claims: [owner(field)],
    image,
    write: (entries, pen) => {
      entries.add(key, oneOfTheFirst(pen.source, nodes));
      return `/${field}${within}`;
    },
  };
}

/** A list with one of these items among good ones. */
export function badItem(
  requirement: RequirementId,
  field: string,
  literals: Pool<Literal>,
  good: (pen: Pen) => Node,
  { within = '' }: { readonly within?: string } = {},
): FieldMutation {
  const key = knownText(field);
  const nodes = nodesOf(literals);
  return {
    kind: 'fields',
    requirement,
    claims: [field],
    image: 'any',
    write: (entries, pen) => {
      const { node, index } = listAround(oneOfTheFirst(pen.source, nodes), good, pen);
      entries.add(key, node);
      return `/${field}/${index}${within}`;
    },
  };
}

/** A list of which one item is given, and where it stands in it. */
function listAround(
  item: Node,
  good: (pen: Pen) => Node,
  pen: Pen,
): { readonly node: Node; readonly index: number } {
  const before = goodItems(good, pen);
  const after = goodItems(good, pen);
  return { node: list([...before, item, ...after]), index: before.length };
}

export function nodesOf([first, ...rest]: Pool<Literal>): Pool<Node> {
  return [nodeOf(first), ...rest.map(nodeOf)];
}

function goodItems(good: (pen: Pen) => Node, pen: Pen): Node[] {
  const { source } = pen;
  const items: Node[] = [];
  for (;;) {
    source.enter('item');
    const ends = source.below(2) === 0;
    if (!ends) items.push(good(pen));
    source.leave();
    if (ends) return items;
  }
}

/** The deprecated fields are written by the same hand as the one that they stand for. */
function owner(field: string): string {
  return field.startsWith('termination_') ? 'idle_duration' : field;
}
