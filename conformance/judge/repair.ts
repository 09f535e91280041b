import { interpret } from '../../reference/interpret.ts';
import { LANGUAGE } from '../../reference/editions/dstack-0.18.42/language.ts';
import { isMapping } from '../../reference/document/is-mapping.ts';
import type { NormalForm } from '../../spec/generated/normal-form.ts';
import { differingPaths } from './difference.ts';

/** An answer that is valid once one of its fields has the expected value. */
export interface Repair {
  /** The field of the normal form whose value broke the answer. */
  readonly field: string;
  readonly document: unknown;
  readonly normal: NormalForm;
}

/**
 * Finds the one field that makes an answer as a whole invalid, such as `commands` where the answer lost them all and
 * names no image. Undefined where no single field does.
 */
export function repair(wanted: unknown, received: unknown): Repair | undefined {
  if (!isMapping(wanted) || !isMapping(received)) return undefined;
  for (const field of Object.keys(wanted)) {
    if (differingPaths(wanted[field], received[field]).length === 0) continue;
    const document = { ...received, [field]: wanted[field] };
    const verdict = interpret(LANGUAGE, document);
    if (verdict.kind === 'accepted') return { field, document, normal: verdict.normal };
  }
  return undefined;
}
