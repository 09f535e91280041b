import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import { trace } from '../../reference/interpret.ts';
import type { AnyLanguage } from '../../reference/language.ts';
import { step } from '../../reference/document/pointer.ts';
import { isList, valueAt } from './difference.ts';
import { isMapping } from '../../reference/document/is-mapping.ts';

/**
 * Returns whether an answer differs from the expected normal form only in leaving out keys whose value is null there,
 * which means the same as null.
 */
export function saysOnlyLess(paths: readonly string[], wanted: unknown, received: unknown): boolean {
  return paths.every((path) => valueAt(wanted, path) === null && valueAt(received, path) === undefined);
}

/** Returns the answer without the nulls in places where the expected normal form has a value. */
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
 * Returns the leaves of the expected normal form whose value a valid answer leaves out, because reading the answer
 * fills in a default. Each has the requirement of that default.
 */
export function leftOutPlaces(
  language: AnyLanguage,
  received: unknown,
  wanted: unknown,
): ReadonlyMap<string, readonly RequirementId[]> {
  const found = new Map<string, readonly RequirementId[]>();
  if (saysEveryKey(received, wanted)) return found;
  const { origins } = trace(language, received);
  for (const path of leavesOf(wanted)) {
    const origin = origins.get(path);
    // The first requirement is the default's own. The others explain why it applies, such as null.
    if (origin?.kind === 'default') found.set(path, origin.requirements.slice(0, 1));
  }
  return found;
}

/**
 * Returns whether the answer has the shape of the normal form, and a value wherever that has one. Then no default
 * fills in anything, and the answer need not be traced, which takes several times longer.
 */
function saysEveryKey(received: unknown, wanted: unknown): boolean {
  if (wanted === null) return true;
  if (received === null || received === undefined) return false;
  if (isList(wanted)) {
    if (wanted.every((item) => !isMapping(item))) return true;
    return isList(received) && wanted.every((item, index) => saysEveryKey(received[index], item));
  }
  // In some fields, `true` means the same as no value.
  if (!isMapping(wanted)) return typeof received !== 'boolean' || typeof wanted === 'boolean';
  return isMapping(received) && Object.keys(wanted).every((key) => saysEveryKey(received[key], wanted[key]));
}

/** Returns JSON Pointers to the scalars and empty lists of a JSON value that are not null. */
function leavesOf(value: unknown, path = ''): string[] {
  if (value === null) return [];
  if (isList(value) && value.length > 0)
    return value.flatMap((item, index) => leavesOf(item, path + step(index)));
  if (isMapping(value)) return Object.keys(value).flatMap((key) => leavesOf(value[key], path + step(key)));
  return [path];
}
