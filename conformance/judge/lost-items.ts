import { isMapping } from '../../reference/document/is-mapping.ts';

/**
 * Returns the indices of the expected items that a received list lacks, if the other items are there in the same
 * order. Returns none for any other list.
 */
export function lostItems(expected: readonly unknown[], received: readonly unknown[]): readonly number[] {
  if (received.length >= expected.length) return [];
  const lost: number[] = [];
  let next = 0;
  for (const [index, item] of expected.entries()) {
    if (next < received.length && isSame(item, received[next])) next += 1;
    else lost.push(index);
  }
  return next === received.length ? lost : [];
}

/**
 * Returns whether two values are equal. It goes only as deep as the expected value, because an answer may nest without
 * end.
 */
function isSame(expected: unknown, received: unknown): boolean {
  if (Array.isArray(expected))
    return (
      Array.isArray(received) &&
      received.length === expected.length &&
      expected.every((item, index) => isSame(item, received[index]))
    );
  if (!isMapping(expected)) return Object.is(expected, received);
  if (!isMapping(received) || Object.keys(received).length !== Object.keys(expected).length) return false;
  return Object.keys(expected).every(
    (key) => Object.hasOwn(received, key) && isSame(expected[key], received[key]),
  );
}
