import { Float } from '../../reference/float.ts';

/** A mapping of a document or of a normal form. */
export type Mapping = Readonly<Record<string, unknown>>;

export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Float);
}

export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/**
 * A copy of `value` in which `by` has replaced what stands at `pointer`. A `*` in the pointer means every
 * item or member. Where nothing stands, nothing changes.
 */
export function change(value: unknown, pointer: string, by: (found: unknown) => unknown): unknown {
  return descend(value, pointer.split('/').slice(1), by);
}

/** What stands at `pointer`; undefined where nothing does. */
export function find(value: unknown, pointer: string): unknown {
  let found = value;
  for (const key of pointer.split('/').slice(1)) {
    if (!isMapping(found) || !Object.hasOwn(found, key)) return undefined;
    found = found[key];
  }
  return found;
}

/** All that stands at `pointer`, where a `*` means every item or member. */
export function findAll(value: unknown, pointer: string): unknown[] {
  const found: unknown[] = [];
  change(value, pointer, (each) => {
    found.push(each);
    return each;
  });
  return found;
}

/** A copy of `value` in which `by` has replaced every text, at any depth; keys stay. */
export function changeTexts(value: unknown, by: (text: string) => string): unknown {
  if (typeof value === 'string') return by(value);
  return isMapping(value) || Array.isArray(value)
    ? descend(value, ['*'], (member) => changeTexts(member, by))
    : value;
}

function descend(value: unknown, keys: readonly string[], by: (found: unknown) => unknown): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return by(value);
  if (Array.isArray(value)) {
    return value.map((item: unknown, at) => (isMeant(key, String(at)) ? descend(item, rest, by) : item));
  }
  if (!isMapping(value)) return value;
  const members = Object.entries(value);
  return Object.fromEntries(
    members.map(([name, member]) => [name, isMeant(key, name) ? descend(member, rest, by) : member]),
  );
}

function isMeant(key: string, name: string): boolean {
  return key === '*' || key === name;
}
