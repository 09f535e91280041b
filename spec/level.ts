import type { Level, Levels } from './edition.ts';
import type { RequirementId } from './generated/requirement-ids.ts';

/**
 * Returns the level of a requirement in an edition. One that the edition does not list counts as observed, because its
 * page does not say it.
 */
export function levelIn(levels: Levels, id: RequirementId): Level {
  return levels[id] ?? 'observed';
}
