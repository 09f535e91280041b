/**
 * The entry `dstack-conformance/spec`: the requirements of each edition, their levels, sources and examples.
 *
 * @module
 */
import { examplesOf as examplesIn, findRequirement as findIn, type Example } from '../spec/catalogue.ts';
import type { EditionSpec, Requirement } from '../spec/edition.ts';
import { DEFAULT_EDITION, type EditionId } from './editions/normal-forms.ts';
import { SPECS } from './editions/specs.ts';

export type { EditionId } from './editions/normal-forms.ts';
export type { AcceptedExample, Example, RejectedExample } from '../spec/catalogue.ts';
export type { EditionSpec, Level, Levels, Requirement, Topic } from '../spec/edition.ts';
export type { RequirementId } from '../spec/generated/requirement-ids.ts';

/**
 * Returns what must hold in an edition; the default is that of the reference page.
 *
 * @throws {RangeError} for an id that is no edition, which only callers without types can give.
 */
export function specOf(edition: EditionId = DEFAULT_EDITION): EditionSpec {
  if (Object.hasOwn(SPECS, edition)) return SPECS[edition];
  throw new RangeError(`there is no edition ${edition}; there are ${Object.keys(SPECS).join(', ')}`);
}

/** Returns the requirement with this id; undefined if the edition has none. */
export function findRequirement(id: string, edition?: EditionId): Requirement | undefined {
  return findIn(specOf(edition), id);
}

/** Returns the examples of a requirement as whole documents, the accepted ones first; none for an unknown id. */
export function examplesOf(id: string, edition?: EditionId): readonly Example[] {
  const requirement = findRequirement(id, edition);
  return requirement === undefined ? [] : examplesIn(specOf(edition), requirement);
}
