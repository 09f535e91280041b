import type { DeclarableField } from '../choices/offer.ts';
import type { Field } from './field.ts';

/** Lists the fields of a table that can be declared. A field with parts is declared part by part. */
export function declarableFields<Owner>(fields: readonly Field<Owner>[]): DeclarableField[] {
  return fields.flatMap(({ key, otherKeys, byDefault, parts }) => {
    const name = key.value;
    if (parts.length === 0) return [{ path: [name], keys: [name, ...otherKeys], byDefault }];
    return parts.map((part) => ({
      path: [name, part.key.value],
      keys: [part.key.value],
      byDefault: part.byDefault,
    }));
  });
}
