import type { Level, Levels } from '../../spec/edition.ts';
import { levelIn } from '../../spec/level.ts';
import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import { Float } from '../../reference/document/float.ts';
import { parent, step, steps } from '../../reference/document/pointer.ts';
import type { Origins } from './origins.ts';
import { cut } from '../protocol/cut.ts';
import { lostItems } from './lost-items.ts';
import type { Difference } from './outcome.ts';

/** Longer values are cut in a difference, after this many characters. */
const SHOWN = 2000;
/** Longer paths are cut in a difference, after this many characters. */
const SHOWN_PATH = 500;
/** Surplus values: at most 20 differences are kept per place, in at most 50 places. */
const KEPT_IN_A_PLACE = 20;
const KEPT_PLACES = 50;

/**
 * Returns the places where two JSON values differ, as JSON Pointers. Each is as deep as the two values have the same
 * shape: a missing list item is one difference, wherever it was, and so is an object in the place of null.
 */
export function differingPaths(expected: unknown, received: unknown, path = ''): string[] {
  if (isList(expected) && isList(received)) {
    const lost = lostItems(expected, received);
    if (lost.length > 0) return lost.map((index) => path + step(index));
    const length = Math.max(expected.length, received.length);
    return Array.from({ length }, (_, index) => index).flatMap((index) =>
      differingPaths(expected[index], received[index], path + step(index)),
    );
  }
  if (isMapping(expected) && isMapping(received)) {
    const keys = new Set([...Object.keys(expected), ...Object.keys(received)]);
    const found: string[] = [];
    for (const key of keys) {
      const [wanted, got] = [own(expected, key), own(received, key)];
      // Most values are equal scalars: for those, no path is put together.
      if (!Object.is(wanted, got))
        for (const each of differingPaths(wanted, got, path + step(key))) found.push(each);
    }
    return found;
  }
  return Object.is(expected, received) ? [] : [path];
}

/** Returns all paths that the expected value has, and the first few surplus paths around each place. */
export function notablePaths(paths: readonly string[], expected: unknown): string[] {
  const counts = new Map<string, number>();
  return paths.filter((path) => {
    if (valueAt(expected, path) !== undefined) return true;
    const place = parent(path);
    const count = (counts.get(place) ?? 0) + 1;
    if (count === 1 && counts.size === KEPT_PLACES) return false;
    counts.set(place, count);
    return count <= KEPT_IN_A_PLACE;
  });
}

/**
 * Returns the wrong values at these places, each with the level and the requirements that decided the expected value.
 * Items that a list lacks have the requirements of all of them, because no single item explains the loss of the
 * others.
 */
export function wrongValuesAt(
  levels: Levels,
  paths: readonly string[],
  expected: unknown,
  received: unknown,
  origins: Origins,
): Difference[] {
  const lists = new Map<string, ReadonlyMap<string, readonly RequirementId[]>>();
  return paths.map((path) => {
    const list = parent(path);
    const lost = lists.get(list) ?? requirementsOfLost(list, expected, received, origins);
    lists.set(list, lost);
    const shared = lost.get(path);
    return shared === undefined
      ? difference(levels, path, expected, received, origins)
      : difference(levels, path, expected, undefined, origins, shared);
  });
}

/** Returns the requirements of the items that the received list lacks. Each lacking item has those of all of them. */
function requirementsOfLost(
  list: string,
  expected: unknown,
  received: unknown,
  origins: Origins,
): ReadonlyMap<string, readonly RequirementId[]> {
  const [wanted, found] = [valueAt(expected, list), valueAt(received, list)];
  const places = isList(wanted) && isList(found) ? lostItems(wanted, found).map((at) => list + step(at)) : [];
  const [first = [], ...others] = places.map((place) => requirementsAt(place, origins));
  const shared = first.filter((id) => others.every((ids) => ids.includes(id)));
  return new Map(places.map((place) => [place, shared]));
}

/** Returns a difference, with the level and the requirements that decided the expected value. */
export function difference(
  levels: Levels,
  path: string,
  expected: unknown,
  received: unknown,
  origins: Origins,
  requirements: readonly RequirementId[] = requirementsAt(path, origins),
): Difference {
  return differenceAt(levels, 'wrong', path, expected, received, requirements);
}

/**
 * Returns the difference of a value that the answer leaves out, with the requirements whose default would fill it in.
 */
export function leftOutDifference(
  levels: Levels,
  path: string,
  expected: unknown,
  received: unknown,
  requirements: readonly RequirementId[],
): Difference {
  return differenceAt(levels, 'left-out', path, expected, received, requirements);
}

function differenceAt(
  levels: Levels,
  kind: Difference['kind'],
  path: string,
  expected: unknown,
  received: unknown,
  requirements: readonly RequirementId[],
): Difference {
  return {
    kind,
    path: cut(path, SHOWN_PATH),
    expected: toText(valueAt(expected, path)),
    received: toText(valueAt(received, path)),
    level: levelOf(levels, requirements),
    requirements,
  };
}

/** Returns `observed` if any of the requirements is observed, because only then the page is silent about the value. */
export function levelOf(levels: Levels, requirements: readonly RequirementId[]): Level {
  return requirements.some((id) => levelIn(levels, id) === 'observed') ? 'observed' : 'documented';
}

/** Returns `documented` if anything documented is broken. */
export function worstLevel(levels: readonly Level[]): Level {
  return levels.length === 0 || levels.includes('documented') ? 'documented' : 'observed';
}

/**
 * Returns the requirements that decided the leaf at a path. For a path that is no leaf, these are the requirements of
 * the leaves below it, or else of the value around it.
 */
function requirementsAt(path: string, origins: Origins): RequirementId[] {
  for (let at = path; at !== ''; at = parent(at)) {
    // Nothing stands below a leaf.
    const leaf = origins.get(at);
    if (leaf !== undefined) return [...leaf.requirements];
    const found = [...origins].filter(([below]) => below.startsWith(`${at}/`));
    if (found.length > 0) return [...new Set(found.flatMap(([, origin]) => origin.requirements))];
  }
  return [];
}

export function valueAt(value: unknown, path: string): unknown {
  let at = value;
  for (const key of steps(path)) {
    if (isList(at)) at = at[Number(key)];
    else if (isMapping(at)) at = own(at, key);
    else return undefined;
  }
  return at;
}

/**
 * Returns a value as JSON text, shortened. Documents hold more than JSON, and an answer may nest too deep to be
 * written.
 */
function toText(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  try {
    const text = JSON.stringify(value, (_, part: unknown) => plain(part));
    return cut(text, SHOWN);
  } catch (error) {
    if (error instanceof RangeError) return '(nested too deep to show)';
    throw error;
  }
}

function plain(value: unknown): unknown {
  if (value instanceof Float) return value.value;
  if (typeof value === 'bigint') return value.toString();
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}

function own(mapping: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(mapping, key) ? mapping[key] : undefined;
}

export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
