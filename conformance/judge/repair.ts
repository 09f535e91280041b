import { interpret } from '../../reference/interpret.ts';
import type { AnyLanguage } from '../../reference/language.ts';
import { isMapping } from '../../reference/document/is-mapping.ts';
import { differingPaths } from './difference.ts';

/** An answer that is valid once one of its fields has the expected value. */
export interface Repair {
  /** The field of the normal form whose value broke the answer. */
  readonly field: string;
  readonly document: unknown;
  readonly normal: object;
}

/**
 * Finds the one field that makes a whole answer invalid, such as `commands` if the answer lost them all and names no
 * image. Returns undefined if no single field does.
 */
export function repair(language: AnyLanguage, wanted: unknown, received: unknown): Repair | undefined {
  if (!isMapping(wanted) || !isMapping(received)) return undefined;
  for (const field of Object.keys(wanted)) {
    if (differingPaths(wanted[field], received[field]).length === 0) continue;
    const document = { ...received, [field]: wanted[field] };
    const verdict = interpret(language, document);
    if (verdict.kind === 'accepted') return { field, document, normal: verdict.normal };
  }
  return undefined;
}
