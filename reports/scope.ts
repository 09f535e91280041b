import type { HeaderLine } from '../spec/generated/event-log.ts';

/**
 * Says how much a grade is about, as the end of a sentence: `drop-in for 4 of 33 fields (verdicts)`, or
 * `non-conformant (shard 2 of 4)`. Empty for a whole run about all fields and their values.
 */
export function scopeText({
  fields,
  answers,
  shard,
}: Pick<HeaderLine, 'fields' | 'answers' | 'shard'>): string {
  const share = fields === undefined ? '' : ` for ${fields.declared.length} of ${fields.of} fields`;
  const parts = [
    ...(answers === undefined ? [] : [answers]),
    ...(shard === undefined ? [] : [`shard ${shard.index} of ${shard.of}`]),
  ];
  return parts.length === 0 ? share : `${share} (${parts.join(', ')})`;
}
