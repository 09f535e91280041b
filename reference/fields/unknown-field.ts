import { reject, rejectUnknown, type Rejection } from '../document/violation.ts';
import type { RequirementId } from '../../spec/generated/requirement-ids.ts';

/** The names of a table, and its refusal of other names. */
export interface Unknown {
  readonly names: readonly string[];
  readonly unknown: RequirementId;
  /** Names that were fields once. */
  readonly legacy?: ReadonlySet<string>;
}

/**
 * Refuses a field that a table doesn't list. Each table has such a requirement; that of the whole document is:
 * document/known-fields: A field that the page does not list is refused.
 */
export function unknownField({ names, unknown, legacy }: Unknown, key: string): Rejection {
  if (legacy?.has(key) === true) {
    return reject(unknown, `\`${key}\` is a legacy field that the reference page does not list`);
  }
  return rejectUnknown(unknown, `\`${key}\` is no field here`, names);
}
