import { describe } from '../../document/describe.ts';
import { Float } from '../../document/float.ts';
import { Binary } from '../../document/foreign.ts';
import { floatText } from '../../document/numeral.ts';
import type { Tracer } from '../../fields/origin.ts';
import { reject, type Rejection } from '../../document/violation.ts';

/**
 * Reads text, or the text that the release makes of another scalar. Refuses all else.
 * text/given: Text is taken as given.
 * text/scalar-only: A list or a mapping is refused where text is expected.
 */
export function readText(value: unknown, trace?: Tracer): string | Rejection {
  if (typeof value === 'string') {
    trace?.rule('text/given');
    return value;
  }
  const text = textOfScalar(value, trace);
  if (text !== undefined) return text;
  if (value === null) return reject('null/refused', 'expected text, not null');
  return reject('text/scalar-only', `expected text, not ${describe(value)}`);
}

/**
 * The text of a boolean, number or binary value; `undefined` for what has none.
 * text/from-boolean: A boolean where text is expected becomes `True` or `False`.
 * text/from-integer: An integer where text is expected becomes its decimal digits.
 * text/from-float: A float where text is expected becomes the shortest decimal that reads back, with at least
 *   one digit after the dot, and with a two-digit exponent below 1e-4 and from 1e16.
 * yaml/tags: The standard tags (`!!str`, `!!int`, `!!float`, ...) choose the type; any other tag is refused.
 */
function textOfScalar(value: unknown, trace?: Tracer): string | undefined {
  switch (typeof value) {
    case 'boolean':
      trace?.rule('text/from-boolean');
      return value ? 'True' : 'False';
    case 'bigint':
      trace?.rule('text/from-integer');
      return value.toString();
    case 'number':
      trace?.rule(Number.isInteger(value) ? 'text/from-integer' : 'text/from-float');
      return Number.isInteger(value) ? BigInt(value).toString() : floatText(value);
    case 'object':
      if (value instanceof Float) {
        trace?.rule('text/from-float');
        return floatText(value.value);
      }
      if (value instanceof Binary) {
        trace?.rule('yaml/tags');
        return value.text;
      }
      return undefined;
    default:
      return undefined;
  }
}
