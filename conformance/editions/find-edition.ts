import { distance } from 'fastest-levenshtein';
import type { Readable } from '../edition.ts';

/** Editions to choose from. The first one is chosen where nothing is said. */
type Choices<Edition extends Readable> = readonly [Edition, ...Edition[]];

export type FoundEdition<Edition extends Readable> =
  | { readonly kind: 'found'; readonly edition: Edition }
  | { readonly kind: 'unknown'; readonly reason: string };

/**
 * Finds an edition by its id, by its id without the type of document, or by its version alone: `dstack-1.2.3/task`,
 * `dstack-1.2.3` or `1.2.3`. Without a name it is the first one of the register.
 */
export function findEdition<Edition extends Readable>(
  register: Choices<Edition>,
  name: string | undefined,
): FoundEdition<Edition> {
  const [first] = register;
  if (name === undefined) return { kind: 'found', edition: first };
  const edition = register.find(({ id }) => namesOf(id).includes(name));
  return edition === undefined
    ? { kind: 'unknown', reason: unknown(register, name) }
    : { kind: 'found', edition };
}

/** Finds an edition by the whole id, as logs and finds hold it. */
export function editionWithId<Edition extends Readable>(
  register: Choices<Edition>,
  id: string,
): FoundEdition<Edition> {
  const edition = register.find((each) => each.id === id);
  return edition === undefined
    ? { kind: 'unknown', reason: unknown(register, id) }
    : { kind: 'found', edition };
}

/** Returns the names by which an edition can be chosen, the longest first. */
function namesOf(id: string): readonly string[] {
  const release = id.slice(0, Math.max(id.lastIndexOf('/'), 0)) || id;
  const version = release.slice(release.indexOf('-') + 1);
  return [id, release, version];
}

function unknown(register: Choices<Readable>, name: string): string {
  const near = register
    .map(({ id }) => ({ id, distance: Math.min(...namesOf(id).map((each) => distance(each, name))) }))
    .sort((one, other) => one.distance - other.distance)
    .map(({ id }) => id);
  return `there is no edition ${name}; there ${near.length === 1 ? 'is' : 'are'} ${near.join(', ')}`;
}
