import type { RequirementId } from '../../../spec/generated/requirement-ids.ts';
import { describe } from '../../document/describe.ts';
import { Binary } from '../../document/foreign.ts';
import { scalarText } from '../../document/scalar-text.ts';
import type { Tracer } from '../../fields/origin.ts';
import { reject, type Rejection } from '../../document/violation.ts';

/**
 * Reads text, or the text that the release makes of another scalar. Refuses all else.
 * text/given: Text is taken as given.
 * text/scalar-only: A list or a mapping is refused where text is expected.
 */
export function readText(value: unknown, trace?: Tracer): string | Rejection {
  const text = scalarText(value);
  if (text === undefined) {
    if (value === null) return reject('null/refused', 'expected text, not null');
    return reject('text/scalar-only', `expected text, not ${describe(value)}`);
  }
  trace?.rule(ruleOf(value));
  return text;
}

/**
 * Returns the text of a boolean, number or binary value; `undefined` for values that have none.
 * text/from-boolean: A boolean where text is expected becomes `True` or `False`.
 * text/from-integer: An integer where text is expected becomes its decimal digits.
 * text/from-float: A float where text is expected becomes the shortest decimal that reads back, with at least
 *   one digit after the dot, and with a two-digit exponent below 1e-4 and from 1e16.
 * yaml/tags: The standard tags (`!!str`, `!!int`, `!!float`, ...) choose the type; any other tag is refused.
 */
function ruleOf(value: unknown): RequirementId {
  switch (typeof value) {
    case 'string':
      return 'text/given';
    case 'boolean':
      return 'text/from-boolean';
    case 'bigint':
      return 'text/from-integer';
    case 'number':
      return Number.isInteger(value) ? 'text/from-integer' : 'text/from-float';
    default:
      return value instanceof Binary ? 'yaml/tags' : 'text/from-float';
  }
}
