import type { Coercion } from './coercion.ts';

/** Scalars as pydantic 2 reads them. */
export const PYDANTIC_2: Coercion = {
  // text/no-boolean: A boolean is refused where text is expected.
  takesBooleansAsText: false,
  takesOtherKeys: false,
  // integer/from-whole-float: A float without a fraction is an integer where one is expected.
  floats: { requirement: 'integer/from-whole-float', fractions: [0] },
  // integer/from-text-of-float: Text of an integer with a fraction of zeros, such as `2.0`, is an integer.
  textOfFloat: 'integer/from-text-of-float',
};
