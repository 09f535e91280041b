import type { LogFields } from '../spec/generated/event-log.ts';

/** Says how much a grade is about, as the end of a sentence: `drop-in for 4 of 33 fields`; empty for all fields. */
export function scopeText(fields: LogFields | undefined): string {
  return fields === undefined ? '' : ` for ${fields.declared.length} of ${fields.of} fields`;
}
