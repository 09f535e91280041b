/**
 * NON-SPEC: bounds for texts, so that a hostile one is refused in milliseconds. They are far beyond any configuration
 * that a person writes.
 */

/** The greatest length of a text, in UTF-16 units. */
export const MAX_TEXT = 1_048_576;

/** The greatest depth of lists and mappings. */
export const MAX_DEPTH = 100;

/** The greatest number of values in a document, with every alias and merge key replaced by the values that it names. */
export const MAX_VALUES = 200_000;
