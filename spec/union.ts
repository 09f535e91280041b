import type { RequirementEntry } from './generated/requirement-file.ts';
import type { ResolvedData } from './resolve-edition.ts';

/**
 * Returns the requirements of all editions, each id once, in the order in which they are met. Level, source and
 * examples of an entry are those of one edition that has it. Throws if an id means different things in two editions: a
 * requirement that means something else needs an id of its own.
 */
export function unionOf(editions: readonly Pick<ResolvedData, 'edition' | 'files'>[]): RequirementEntry[] {
  const union = new Map<string, RequirementEntry>();
  for (const { edition, files } of editions) {
    for (const entry of files.flatMap(({ requirements }) => requirements)) {
      const known = union.get(entry.id) ?? entry;
      if (meaningOf(known) !== meaningOf(entry))
        throw new Error(`${edition.id}: ${entry.id} means something else in another edition`);
      union.set(entry.id, known);
    }
  }
  return [...union.values()];
}

/** Returns the parts of a requirement that are the same in all editions, as text. */
function meaningOf({ sentence, about, place, commonTo, root, namesAt }: RequirementEntry): string {
  return JSON.stringify([sentence, about, place, commonTo, root, namesAt]);
}
