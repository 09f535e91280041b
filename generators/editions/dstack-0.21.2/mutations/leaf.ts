import type { RequirementId } from '../../../../spec/generated/requirement-ids.ts';
import type { Pool } from '../../../choices/choose.ts';
import type { Literal } from '../../../document/literal.ts';
import { badPlace } from './field.ts';
import type { FieldMutation } from './mutation.ts';
import { leafPlace } from './place.ts';

/** Puts one of these values into a field of `resources`, beside right fields. */
export function badLeaf(
  requirement: RequirementId,
  leaf: string,
  literals: Pool<Literal>,
  within = '',
): FieldMutation {
  return badPlace(requirement, leafPlace(leaf), literals, within);
}
