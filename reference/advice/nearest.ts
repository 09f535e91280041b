import { distance } from 'fastest-levenshtein';

/** Longer texts are nobody's slip of the pen, and comparing them costs time. */
const LONGEST = 64;

/**
 * Returns the candidate that a text most likely misspells: the one with the fewest edits, of several the one with the
 * longest common beginning, of these the first. Returns `undefined` if none is near. Case and the difference between
 * `-` and `_` count for nothing.
 */
export function nearest(given: string, candidates: Iterable<string>): string | undefined {
  const wanted = plain(given);
  const limit = limitFor(wanted);
  let best: { readonly name: string; readonly edits: number; readonly common: number } | undefined;
  for (const name of candidates) {
    const edits = editsBetween(wanted, plain(name), limit);
    if (edits === undefined) continue;
    const common = commonBeginning(wanted, plain(name));
    if (best === undefined || edits < best.edits || (edits === best.edits && common > best.common))
      best = { name, edits, common };
  }
  return best?.name;
}

/** The end of a message about a name that is none of the candidates, which are called `what`. `meant` is the likely one. */
export function hintFor(meant: string | undefined, what: string, candidates: readonly string[]): string {
  return meant === undefined ? `the ${what} are ${candidates.join(', ')}` : `did you mean ${meant}?`;
}

/**
 * Error message for names that are not among those known, which are called `what`; undefined if all are. `all` is a
 * sentence that says which names there are.
 */
export function unknownNames(
  what: string,
  given: readonly string[],
  known: readonly string[],
  all: string,
): string | undefined {
  const unknown = given.filter((name) => !known.includes(name));
  if (unknown.length === 0) return undefined;
  const near = new Set(unknown.flatMap((name) => nearest(name, known) ?? []));
  const hint = near.size === 0 ? '' : `; did you mean ${[...near].join(', ')}?`;
  return `there is no ${what} ${unknown.join(', ')}${hint}; ${all}`;
}

/** Returns the number of edits, or `undefined` if it is above the limit. Two swapped neighbours are one edit. */
export function editsBetween(left: string, right: string, limit: number): number | undefined {
  if (Math.abs(left.length - right.length) > limit) return undefined;
  const edits = isSwap(left, right) ? 1 : distance(left, right);
  return edits <= limit ? edits : undefined;
}

/** Returns the number of edits that a text of this length may be away. One letter may be anything. */
function limitFor({ length }: string): number {
  if (length < 2 || length > LONGEST) return 0;
  if (length < 4) return 1;
  return length < 9 ? 2 : 3;
}

function plain(text: string): string {
  return text.trim().toLowerCase().replaceAll('-', '_');
}

function commonBeginning(left: string, right: string): number {
  let length = 0;
  while (length < left.length && left[length] === right[length]) length += 1;
  return length;
}

function isSwap(left: string, right: string): boolean {
  if (left.length !== right.length) return false;
  const at = commonBeginning(left, right);
  return (
    at + 1 < left.length &&
    left[at] === right[at + 1] &&
    left[at + 1] === right[at] &&
    left.slice(at + 2) === right.slice(at + 2)
  );
}
