import type { Coercion } from './coercion.ts';

/** Scalars as pydantic 1 reads them. */
export const PYDANTIC_1: Coercion = {
  takesBooleansAsText: true,
  takesOtherKeys: true,
  // integer/from-float: A float where an integer is expected loses its fraction.
  floats: { requirement: 'integer/from-float', fractions: [0, 0.5, 0.75, 0.25] },
};
