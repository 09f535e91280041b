import type { RequirementId } from '../../spec/generated/levels.ts';
import { trace } from '../../reference/interpret.ts';
import { LANGUAGE } from '../../reference/editions/dstack-0.18.42/language.ts';
import { step } from '../../reference/document/pointer.ts';
import { isList, valueAt } from './difference.ts';
import { isMapping } from '../../reference/document/is-mapping.ts';

/**
 * Whether an answer differs from the expected normal form only in leaving out keys whose value is null there, which is
 * as good as saying null.
 */
export function saysOnlyLess(paths: readonly string[], wanted: unknown, received: unknown): boolean {
  return paths.every((path) => valueAt(wanted, path) === null && valueAt(received, path) === undefined);
}

/** The answer without the nulls that stand where the expected normal form has a value. */
export function withoutNulls(received: unknown, wanted: unknown): unknown {
  if (isList(received) && isList(wanted))
    return received.map((item, index) => withoutNulls(item, wanted[index]));
  if (!isMapping(received) || !isMapping(wanted)) return received;
  return Object.fromEntries(
    Object.entries(received)
      .map(([key, value]) => [key, value, Object.hasOwn(wanted, key) ? wanted[key] : null] as const)
      .filter(([, value, its]) => value !== null || its === null)
      .map(([key, value, its]) => [key, withoutNulls(value, its)]),
  );
}

/**
 * The leaves of the expected normal form that have a value which a valid answer does not say: reading the answer fills
 * them in by a default. Each with the requirement of that default.
 */
export function leftOutPlaces(
  received: unknown,
  wanted: unknown,
): ReadonlyMap<string, readonly RequirementId[]> {
  const found = new Map<string, readonly RequirementId[]>();
  if (saysEveryKey(received, wanted)) return found;
  const { origins } = trace(LANGUAGE, received);
  for (const path of leavesOf(wanted)) {
    const origin = origins.get(path);
    // The first one is the default's own; the others say why it applies, such as null.
    if (origin?.kind === 'default') found.set(path, origin.requirements.slice(0, 1));
  }
  return found;
}

/**
 * Whether the answer has the shape of the normal form and a value wherever that has one: then no default fills in
 * anything, and the answer need not be traced, which takes several times longer.
 */
function saysEveryKey(received: unknown, wanted: unknown): boolean {
  if (wanted === null) return true;
  if (received === null || received === undefined) return false;
  if (isList(wanted)) {
    if (wanted.every((item) => !isMapping(item))) return true;
    return isList(received) && wanted.every((item, index) => saysEveryKey(received[index], item));
  }
  // Of some fields `true` is as good as nothing.
  if (!isMapping(wanted)) return typeof received !== 'boolean' || typeof wanted === 'boolean';
  return isMapping(received) && Object.keys(wanted).every((key) => saysEveryKey(received[key], wanted[key]));
}

/** JSON Pointers to the scalars and empty lists of a JSON value that are not null. */
function leavesOf(value: unknown, path = ''): string[] {
  if (value === null) return [];
  if (isList(value) && value.length > 0)
    return value.flatMap((item, index) => leavesOf(item, path + step(index)));
  if (isMapping(value)) return Object.keys(value).flatMap((key) => leavesOf(value[key], path + step(key)));
  return [path];
}
