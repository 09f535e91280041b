import type { RequirementId } from '../../../spec/generated/levels.ts';
import { describe } from '../../document/describe.ts';
import { Binary } from '../../document/foreign.ts';
import { scalarText } from '../../document/scalar-text.ts';
import type { Tracer } from '../../fields/origin.ts';
import { reject, type Rejection } from '../../document/violation.ts';

/** Text as given (text/given), or the text that the release makes of another scalar. Refuses all else. */
export function readText(value: unknown, trace?: Tracer): string | Rejection {
  const text = scalarText(value);
  if (text === undefined) {
    if (value === null) return reject('null/refused', 'expected text, not null');
    return reject('text/scalar-only', `expected text, not ${describe(value)}`);
  }
  trace?.rule(ruleOf(value));
  return text;
}

/** The requirement that makes text of a scalar. */
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
