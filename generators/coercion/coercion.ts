import type { RequirementId } from '../../spec/generated/requirement-ids.ts';

/**
 * Which scalars of another type a release reads where text or an integer is expected. It is a value of the grammar, and
 * the pen carries it to the places that write scalars.
 */
export interface Coercion {
  /** False if a boolean is refused where text is expected. */
  readonly takesBooleansAsText: boolean;
  /** False if keys that are no text are out of scope. */
  readonly takesOtherKeys: boolean;
  /** How a float where an integer is expected is read. */
  readonly floats: FloatRule;
  /** The requirement that makes text such as `2.0` an integer; absent where nothing does. */
  readonly textOfFloat?: RequirementId;
}

interface FloatRule {
  readonly requirement: RequirementId;
  /** The fractions that a float may have; the first one is 0. */
  readonly fractions: readonly [number, ...number[]];
}
