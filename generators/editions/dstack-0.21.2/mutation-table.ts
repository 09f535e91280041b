import type { RequirementId } from '../../../spec/generated/requirement-ids.ts';
import type { Mutation } from './mutations/mutation.ts';

export const MUTATIONS_BY_REQUIREMENT: ReadonlyMap<RequirementId, readonly Mutation[]> = new Map();
