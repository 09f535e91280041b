import { isMapping } from '../../reference/document/is-mapping.ts';
import type { DeclarableField, FieldPath, Offer } from '../../generators/choices/offer.ts';
import type { AnyGrammar } from '../../generators/grammar.ts';

/**
 * Puts the expected values of the fields that are not declared into an answer. So they are not judged, whether the
 * answer says them or not, and whatever it says.
 */
export function withUndeclared(
  { fields, offer }: Pick<AnyGrammar, 'fields' | 'offer'>,
  answer: unknown,
  wanted: unknown,
): unknown {
  return offer === undefined ? answer : filled(answer, wanted, { fields, offer }, []);
}

interface Declared {
  readonly fields: readonly DeclarableField[];
  readonly offer: Offer;
}

function filled(said: unknown, wanted: unknown, declared: Declared, place: FieldPath): unknown {
  if (!isMapping(said) || !isMapping(wanted)) return said;
  const { offer } = declared;
  const inside = declared.fields.filter(({ path }) => place.every((key, index) => path[index] === key));
  const here = inside.filter(({ path }) => path.length === place.length + 1);
  const others = new Set(here.filter(({ path }) => !offer.has(path)).flatMap(({ keys }) => keys));
  const result = Object.fromEntries(Object.entries(said).filter(([key]) => !others.has(key)));
  for (const name of new Set(inside.map(({ path }) => path[place.length] ?? ''))) {
    const path = [...place, name];
    if (!offer.has(path)) result[name] = wanted[name];
    else if (!here.some((field) => field.path.at(-1) === name))
      result[name] = filled(result[name] ?? {}, wanted[name], declared, path);
  }
  return result;
}
