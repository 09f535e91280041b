/**
 * A certificate generates this many cases by default, each with a JSON text and, for implementations that take both, a
 * YAML text. A run with fewer is shortened: it shows less than a full one.
 */
export const GENERATED_CASES = 10_000;
