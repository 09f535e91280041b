import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import type { Table } from '../fields/mapping.ts';
import type { Tracer } from '../fields/origin.ts';
import { digitsAsNumber } from './range.ts';

/** Notes that parts of a value stand in one text. */
export function traceParts(trace: Tracer, names: readonly string[]): void {
  for (const name of names) {
    trace.enter(name, null);
    trace.leave();
  }
}

/**
 * Reads the parts of a value once more for their origins: all of them stand in the one value. `note` gets each part that
 * is there, with the requirement behind its field.
 */
export function traceInOne(
  { byName }: Pick<Table<unknown>, 'byName'>,
  parts: Readonly<Record<string, unknown>>,
  trace: Tracer,
  note: (key: string, part: unknown, given: RequirementId) => void,
): void {
  for (const [key, { absence, given, read }] of byName) {
    const part = Object.hasOwn(parts, key) ? parts[key] : undefined;
    if (part === undefined) {
      if (absence.kind === 'default') trace.byDefault(key, [absence.requirement], 'absent');
      continue;
    }
    trace.enter(key, null);
    note(key, part, given);
    read(typeof part === 'string' ? digitsAsNumber(part) : part, trace);
    trace.leave();
  }
}
