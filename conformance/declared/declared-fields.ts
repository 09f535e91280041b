import { nameOfField, type DeclarableField } from '../../generators/choices/offer.ts';
import { hintFor, nearest } from '../../reference/advice/nearest.ts';

/** Returns whether names declare a field: by its own name, or by that of a mapping around it. */
export function declares(names: readonly string[], { path }: DeclarableField): boolean {
  const name = nameOfField(path);
  return names.some((each) => name === each || name.startsWith(`${each}.`));
}

/** Returns the names of all fields that can be declared, in the order of the page. */
export function declarableNames(fields: readonly DeclarableField[]): string[] {
  return fields.map(({ path }) => nameOfField(path));
}

/** The end of a message about names that are no fields; undefined if all are. `names` are those of all fields. */
export function unknownFields(names: readonly string[], declared: readonly string[]): string | undefined {
  const unknown = declared.filter(
    (name) => !names.some((each) => each === name || each.startsWith(`${name}.`)),
  );
  const [first] = unknown;
  if (first === undefined) return undefined;
  const hint = hintFor(meantBy(first, names), 'fields', names);
  const more = unknown.length === 1 ? '' : ` (and ${unknown.length - 1} more unknown names)`;
  return `the field ${JSON.stringify(first)}, which does not exist${more}; ${hint}`;
}

/** Returns the field that a name misspells, or whose path or part it leaves out: `gpu`, `gpu.count`. */
function meantBy(name: string, names: readonly string[]): string | undefined {
  const parts = name.split('.');
  const inside = names.find((each) => parts.length > 1 && name.startsWith(`${each}.`));
  const within = names.find((each) => each.split('.').at(-1) === parts[0] && each.includes('.'));
  return inside ?? within ?? nearest(name, names);
}
