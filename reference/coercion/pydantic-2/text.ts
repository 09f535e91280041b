import { describe } from '../../document/describe.ts';
import type { Tracer } from '../../fields/origin.ts';
import { reject, type Rejection } from '../../document/violation.ts';
import { readText as readLeniently } from '../pydantic-1/text.ts';

/**
 * Reads text, or the text of a number or of binary data.
 * text/no-boolean: A boolean is refused where text is expected.
 */
export function readText(value: unknown, trace?: Tracer): string | Rejection {
  if (typeof value !== 'boolean') return readLeniently(value, trace);
  return reject('text/no-boolean', `expected text, not ${describe(value)}: quote it`);
}
