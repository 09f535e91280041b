import type { RequirementId } from '../../spec/generated/requirement-ids.ts';

/**
 * The one requirement that a text breaks, or `undefined` if the text is valid, breaks several, or is out of scope.
 * Grammars are written from the requirements' sentences and the measurements, never from the interpreter.
 */
export type Fault = RequirementId | undefined;

/** Returns the requirement that a text breaks in one place of the document. */
export type Grammar = (text: string) => Fault;

/** Returns the only requirement among these; `undefined` if there is none or more than one. */
export function onlyFault(faults: Iterable<RequirementId>): Fault {
  const [first, ...more] = new Set(faults);
  return more.length === 0 ? first : undefined;
}
