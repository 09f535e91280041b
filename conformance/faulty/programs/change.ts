import { Float } from '../../../reference/document/float.ts';

/** A mapping of a document or of a normal form. */
export type Mapping = Readonly<Record<string, unknown>>;

export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Float);
}

export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/**
 * Returns a copy of `value` in which `by` has replaced the value at `pointer`. A `*` in the pointer means every item
 * or member. If the pointer leads nowhere, nothing changes.
 */
export function change(value: unknown, pointer: string, by: (found: unknown) => unknown): unknown {
  return descend(value, pointer.split('/').slice(1), by);
}

/** Does the same as `change` at each of several pointers. */
export function changeAll(
  value: unknown,
  pointers: readonly string[],
  by: (found: unknown) => unknown,
): unknown {
  return pointers.reduce((changed, pointer) => change(changed, pointer, by), value);
}

/** Returns the value at `pointer`; undefined if the pointer leads nowhere. */
export function find(value: unknown, pointer: string): unknown {
  let found = value;
  for (const key of pointer.split('/').slice(1)) {
    if (!isMapping(found) || !Object.hasOwn(found, key)) return undefined;
    found = found[key];
  }
  return found;
}

/** Returns all values at `pointer`, where a `*` means every item or member. */
export function findAll(value: unknown, pointer: string): unknown[] {
  const found: unknown[] = [];
  change(value, pointer, (each) => {
    found.push(each);
    return each;
  });
  return found;
}

/** Returns a copy of `value` in which `by` has replaced every text, at any depth. Keys stay. */
export function changeTexts(value: unknown, by: (text: string) => string): unknown {
  if (typeof value === 'string') return by(value);
  return isMapping(value) || Array.isArray(value)
    ? descend(value, ['*'], (member) => changeTexts(member, by))
    : value;
}

/**
 * Returns a copy of `value` in which `by` has replaced every number, at any depth. A float without a fraction is a
 * `Float`.
 */
export function changeNumbers(value: unknown, by: (number: number | Float) => unknown): unknown {
  if (typeof value === 'number' || value instanceof Float) return by(value);
  return isMapping(value) || isList(value)
    ? descend(value, ['*'], (member) => changeNumbers(member, by))
    : value;
}

/** Returns a copy of a document in which every float without a fraction is an integer, as `JSON.parse` reads it. */
export function wholeFloatsAsIntegers(document: unknown): unknown {
  return changeNumbers(document, (number) => (number instanceof Float ? number.value : number));
}

/** Returns a copy of `value` in which `by` has replaced every list, the innermost first. */
export function changeLists(value: unknown, by: (items: readonly unknown[]) => unknown): unknown {
  if (!isMapping(value) && !isList(value)) return value;
  const changed = descend(value, ['*'], (member) => changeLists(member, by));
  return isList(changed) ? by(changed) : changed;
}

/**
 * Returns a copy of `value` in which `by` has renamed the keys of every mapping. Of two keys that become equal, the
 * last stays.
 */
export function changeKeys(value: unknown, by: (key: string) => string): unknown {
  if (!isMapping(value) && !isList(value)) return value;
  const changed = descend(value, ['*'], (member) => changeKeys(member, by));
  if (!isMapping(changed)) return changed;
  return Object.fromEntries(Object.entries(changed).map(([key, member]) => [by(key), member]));
}

/** Returns a copy of a mapping without the members that `isDropped` selects. Any other value stays as it is. */
export function dropMembers(value: unknown, isDropped: (key: string, member: unknown) => boolean): unknown {
  if (!isMapping(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([key, member]) => !isDropped(key, member)));
}

function descend(value: unknown, keys: readonly string[], by: (found: unknown) => unknown): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return by(value);
  if (Array.isArray(value)) {
    return value.map((item: unknown, at) => (isMeant(key, String(at)) ? descend(item, rest, by) : item));
  }
  if (!isMapping(value)) return value;
  if (key !== '*') {
    // Most pointers name one member. Copying the mapping for it at once is several times as fast as member by member.
    return Object.hasOwn(value, key) ? { ...value, [key]: descend(value[key], rest, by) } : { ...value };
  }
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, descend(member, rest, by)]));
}

function isMeant(key: string, name: string): boolean {
  return key === '*' || key === name;
}
