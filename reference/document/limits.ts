/**
 * NON-SPEC: bounds for texts, so that a hostile one is refused in milliseconds.
 * Far beyond any configuration that a person writes.
 */

/** Longest text, in UTF-16 units. */
export const MAX_TEXT = 1_048_576;

/** Deepest nesting of lists and mappings. */
export const MAX_DEPTH = 100;

/** Most values in a document once every alias and merge key stands for what it names. */
export const MAX_VALUES = 200_000;
