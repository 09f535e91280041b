/** Another spelling has at most this many times the parts, such as `{"min":2,"max":null}` for `2..`. */
const FACTOR = 10;
const SPARE = 1000;

/**
 * Returns whether a value has so many more parts than another one that it can't be another spelling of it.
 * Interpreting such an answer could take longer than all others together.
 */
export function isOutsized(value: unknown, wanted: unknown): boolean {
  if (countParts(value, SPARE) < SPARE) return false;
  const limit = FACTOR * countParts(wanted, Infinity) + SPARE;
  return countParts(value, limit) >= limit;
}

/** Counts the value and all values in it, whatever its depth, up to the limit. */
function countParts(value: unknown, limit: number): number {
  const open = [value];
  let count = 1;
  for (let part = open.pop(); part !== undefined && count < limit; part = open.pop()) {
    if (typeof part !== 'object' || part === null) continue;
    const below: readonly unknown[] = Array.isArray(part) ? part : Object.values(part);
    count += below.length;
    if (count < limit) for (const each of below) open.push(each);
  }
  return count;
}
