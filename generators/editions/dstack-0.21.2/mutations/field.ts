import type { RequirementId } from '../../../../spec/generated/requirement-ids.ts';
import { oneOfTheFirst, type Pool } from '../../../choices/choose.ts';
import { nodeOf, type Literal } from '../../../document/literal.ts';
import type { Node } from '../../../document/node.ts';
import type { Pen } from '../../../choices/pen.ts';
import type { TaskFrame } from '../fields/task.ts';
import type { FieldMutation } from './mutation.ts';
import { fieldPlace, frameOf, itemPlace, type Place } from './place.ts';

/**
 * Puts one of these values into a place. Near-misses come first, and `within` leads from the place to the broken value
 * in it.
 */
export function badPlace(
  requirement: RequirementId,
  place: Place,
  literals: Pool<Literal>,
  within = '',
): FieldMutation {
  const nodes = nodesOf(literals);
  return {
    kind: 'fields',
    requirement,
    ...frameOf(place),
    write: (entries, pen) => place.put(oneOfTheFirst(pen.source, nodes), entries, pen) + within,
  };
}

/** Puts one of these values into a field of the task. */
export function badField(
  requirement: RequirementId,
  field: string,
  literals: Pool<Literal>,
  { image = 'any', within = '' }: { readonly image?: TaskFrame['image']; readonly within?: string } = {},
): FieldMutation {
  const place = fieldPlace(field, image);
  const [needed = [field], ...others] = place.needs;
  // What is broken inside of a mapping may be a field that is declared by itself.
  const needs = [[...needed, ...within.split('/').slice(1)], ...others];
  return badPlace(requirement, { ...place, needs }, literals, within);
}

/** Puts one of these items into a list with good ones. */
export function badItem(
  requirement: RequirementId,
  field: string,
  literals: Pool<Literal>,
  good: (pen: Pen) => Node,
  { within = '' }: { readonly within?: string } = {},
): FieldMutation {
  return badPlace(requirement, itemPlace(field, good), literals, within);
}

export function nodesOf([first, ...rest]: Pool<Literal>): Pool<Node> {
  return [nodeOf(first), ...rest.map(nodeOf)];
}
