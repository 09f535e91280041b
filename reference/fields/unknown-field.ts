import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import { reject, type Rejection } from '../document/violation.ts';

/** The names of a table, and its refusal of other names. */
export interface Unknown {
  readonly byName: ReadonlyMap<string, unknown>;
  readonly unknown: RequirementId;
  /** Names that were fields once. */
  readonly legacy?: ReadonlySet<string>;
}

/**
 * Refuses a field that a table doesn't list, and suggests a similar name if there is one. Each table has such a
 * requirement; that of the whole document is:
 * document/known-fields: A field that the page does not list is refused.
 */
export function unknownField({ byName, unknown, legacy }: Unknown, key: string): Rejection {
  if (legacy?.has(key) === true) {
    return reject(unknown, `\`${key}\` is a legacy field that the reference page does not list`);
  }
  const near = nearest(key, byName.keys());
  const hint = near === undefined ? '' : `; did you mean \`${near}\`?`;
  return reject(unknown, `\`${key}\` is no field here${hint}`);
}

function nearest(key: string, known: Iterable<string>): string | undefined {
  const wanted = key.toLowerCase().replaceAll('-', '_');
  for (const each of known) {
    if (each === wanted || (wanted.length > 3 && editsApart(wanted, each, 2))) return each;
  }
  return undefined;
}

/** Returns whether at most `limit` insertions, deletions or replacements turn one text into the other. */
function editsApart(left: string, right: string, limit: number): boolean {
  if (limit < 0 || Math.abs(left.length - right.length) > limit) return false;
  let same = 0;
  while (same < left.length && left[same] === right[same]) same += 1;
  const restLeft = left.slice(same);
  const restRight = right.slice(same);
  if (restLeft === '' || restRight === '') return Math.max(restLeft.length, restRight.length) <= limit;
  return (
    editsApart(restLeft.slice(1), restRight.slice(1), limit - 1) ||
    editsApart(restLeft.slice(1), restRight, limit - 1) ||
    editsApart(restLeft, restRight.slice(1), limit - 1)
  );
}
