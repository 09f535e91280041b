import type { RequirementId } from '../../spec/generated/levels.ts';
import { oneOfTheFirst, type Pool } from '../choose.ts';
import type { Literal } from '../literal.ts';
import { knownText } from '../node.ts';
import { Entries } from '../task/entries.ts';
import { drawResources } from '../task/resources.ts';
import { nodesOf } from './field.ts';
import type { FieldMutation } from './mutation.ts';

const RESOURCES = knownText('resources');

/** A field of `resources` with one of these values, among others that are right. */
export function badLeaf(
  requirement: RequirementId,
  leaf: string,
  literals: Pool<Literal>,
  within = '',
): FieldMutation {
  const key = knownText(leaf);
  const nodes = nodesOf(literals);
  return {
    kind: 'fields',
    requirement,
    claims: ['resources'],
    image: 'any',
    write: (entries, pen) => {
      const bad = oneOfTheFirst(pen.source, nodes);
      const resources = new Entries();
      drawResources(resources, pen, { hasImage: false, claimed: leaf });
      resources.add(key, bad);
      entries.add(RESOURCES, resources.toNode());
      return `/resources/${leaf}${within}`;
    },
  };
}
