import type { HeaderLine } from '../spec/generated/event-log.ts';

/**
 * Says how much a grade is about, as the end of a sentence: `drop-in for 4 of 33 fields (verdicts)`. Empty for all
 * fields and their values.
 */
export function scopeText({ fields, answers }: Pick<HeaderLine, 'fields' | 'answers'>): string {
  const share = fields === undefined ? '' : ` for ${fields.declared.length} of ${fields.of} fields`;
  return answers === undefined ? share : `${share} (${answers})`;
}
