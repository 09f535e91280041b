import type { oneOf } from '../fields/choice.ts';
import type { Tracer } from '../fields/origin.ts';
import type { Reader } from '../fields/reader.ts';

/**
 * How the model library of a release makes text, a boolean or an integer of a scalar.
 * Grammars take it as an argument, so releases that differ in nothing else share them.
 */
export interface Coercion {
  readonly text: Reader<string>;
  readonly boolean: Reader<boolean>;
  /** Makes a reader for one of a few words. */
  readonly choice: typeof oneOf;
  /** Integers up to ±(2^53−1). */
  readonly integer: Reader<number>;
  /**
   * The integer that a value stands for, of any size, or `undefined`: for grammars that refuse it by a requirement of
   * their own.
   */
  readonly integerOf: (value: unknown, trace?: Tracer) => number | undefined;
}
