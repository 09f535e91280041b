import type { Coercion } from '../coercion.ts';
import { readBoolean } from './boolean.ts';
import { oneOf } from '../../fields/choice.ts';
import { castInteger } from '../cast-integer.ts';
import { readInteger } from './integer.ts';
import { readText } from './text.ts';

/** Scalars as pydantic 1 reads them: lenient, so a boolean is text and a fraction is cut. */
export const PYDANTIC_1: Coercion = {
  text: readText,
  boolean: readBoolean,
  choice: oneOf,
  integer: readInteger,
  integerOf: castInteger,
};
