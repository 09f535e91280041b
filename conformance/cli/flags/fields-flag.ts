import { declarableNames, unknownFields } from '../../declared/declared-fields.ts';
import type { Edition } from '../../edition.ts';

/** Error message for names after `--fields` that are no fields of the edition; undefined if all are. */
export function unknownFieldsFlag({ grammar }: Edition, fields: readonly string[] = []): string | undefined {
  const unknown = unknownFields(declarableNames(grammar.fields), fields);
  return unknown === undefined ? undefined : `--fields names ${unknown}`;
}
