import { parent } from '../../reference/document/pointer.ts';
import { together, type Draft } from './draft.ts';
import type { Suspect } from './suspect.ts';

/** The symptoms of a case, and the number of cases with exactly these. */
export interface Combination<Sample> {
  readonly suspects: readonly Suspect<Sample>[];
  count: number;
}

/**
 * Merges a wrong default with the misreading that causes it: a program that takes a GPU's vendor for its name is wrong
 * in both places. A default is a consequence if it is never wrong without a wrong given value beside it. `isGiven`
 * returns whether a requirement is that of a given value, which right answers exercise, or that of a default.
 */
export function withConsequences<Sample>(
  drafts: readonly Draft<Sample>[],
  combinations: Iterable<Combination<Sample>>,
  isGiven: (requirement: string) => boolean,
): Draft<Sample>[] {
  const causes = companionsOf(drafts, combinations, isGiven);
  if (causes.size === 0) return [...drafts];
  const merged = new Map(drafts.filter((draft) => !causes.has(draft)).map((draft) => [draft, draft]));
  for (const [draft, cause] of causes) merged.set(cause, together(merged.get(cause) ?? cause, draft));
  return [...merged.values()];
}

/**
 * Returns, for each draft about a default, the draft about a given value that shows in all of its cases, if there is
 * one.
 */
function companionsOf<Sample>(
  drafts: readonly Draft<Sample>[],
  combinations: Iterable<Combination<Sample>>,
  isGiven: (requirement: string) => boolean,
): ReadonlyMap<Draft<Sample>, Draft<Sample>> {
  const wrong = drafts.filter(({ kind, requirement }) => kind === 'wrong-value' && requirement !== undefined);
  const given = wrong.filter(({ requirement = '' }) => isGiven(requirement));
  const open = new Map(
    wrong
      .filter((draft) => !given.includes(draft))
      .map((draft) => [draft, given.filter((each) => isBeside(draft, each))] as const),
  );
  const draftOf = new Map(wrong.flatMap((draft) => draft.suspects.map((each) => [each, draft] as const)));
  for (const { suspects } of combinations) {
    const present = new Set(suspects.map((suspect) => draftOf.get(suspect)));
    for (const [draft, candidates] of open)
      if (present.has(draft))
        open.set(
          draft,
          candidates.filter((each) => present.has(each)),
        );
  }
  return new Map([...open].flatMap(([draft, [cause]]) => (cause === undefined ? [] : [[draft, cause]])));
}

/** Returns whether all places of one draft are in mappings below the top level in which the other draft shows too. */
function isBeside(one: Draft<unknown>, other: Draft<unknown>): boolean {
  const mappings = new Set(other.suspects.map(({ path }) => parent(path)));
  return one.suspects.every(({ path }) => parent(path) !== '' && mappings.has(parent(path)));
}
