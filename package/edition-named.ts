import type { Edition } from '../conformance/edition.ts';
import { findEdition } from '../conformance/editions/find-edition.ts';
import { EDITIONS } from '../conformance/editions/register.ts';

/**
 * Loads an edition that implementations can be certified for, by its id or its version.
 *
 * @throws {RangeError} for an edition that there is not.
 */
export async function editionNamed(name: string | undefined): Promise<Edition> {
  const found = findEdition(EDITIONS, name);
  if (found.kind === 'unknown') throw new RangeError(found.reason);
  return found.edition.load();
}
