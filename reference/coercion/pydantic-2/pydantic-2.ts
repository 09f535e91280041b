import { readBoolean } from '../pydantic-1/boolean.ts';
import type { Coercion } from '../coercion.ts';
import { choiceOf } from './choice.ts';
import { integerOf, readInteger } from './integer.ts';
import { readText } from './text.ts';

/**
 * Scalars as pydantic 2 reads them: a boolean is no text, and a number with a fraction is no integer. Booleans are read
 * as pydantic 1 reads them.
 */
export const PYDANTIC_2: Coercion = {
  text: readText,
  boolean: readBoolean,
  choice: choiceOf,
  integer: readInteger,
  integerOf,
};
