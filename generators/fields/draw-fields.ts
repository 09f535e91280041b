import type { Pen } from '../choices/pen.ts';
import type { Entries } from '../document/entries.ts';
import type { Field } from './field.ts';
import { drawDensity, drawPresence, type Density, type Presence } from './presence.ts';

/** Writes a field in the way that a mutation requests. */
export type Write<Owner> = (owner: Owner, entries: Entries, pen: Pen) => void;

/** Draws the fields of a document in their order into `owner` and writes them into `entries`, except for the claimed ones. */
export function drawFields<Owner>(
  fields: readonly Field<Owner>[],
  owner: Owner,
  entries: Entries,
  pen: Pen,
  {
    claims,
    writes,
  }: { readonly claims: readonly string[]; readonly writes: ReadonlyMap<string, Write<Owner>> },
): void {
  const density = drawDensity(pen);
  for (const field of fields) {
    const name = field.key.value;
    if (claims.length > 0 && claims.includes(name)) continue;
    if (pen.offer !== undefined && !pen.offers(name)) {
      if (field.isNeeded(owner)) field.writeSmallest?.(owner, entries);
      continue;
    }
    pen.source.enter('part', name);
    const write = writes.size === 0 ? undefined : writes.get(name);
    const shown = density === 'bare' ? (field.inBare ?? field) : field;
    if (write === undefined) writeField(shown, density, owner, entries, pen);
    else write(owner, entries, pen);
    pen.source.leave();
  }
}

function writeField<Owner>(
  field: Field<Owner>,
  density: Density,
  owner: Owner,
  entries: Entries,
  pen: Pen,
): void {
  const presence = presenceOf(field, density, owner, pen);
  const before = entries.keys.length;
  if (presence !== 'left-out') field.write(presence, owner, entries, pen);
  if (entries.keys.length === before) for (const requirement of field.byDefault) pen.byDefault(requirement);
}

function presenceOf<Owner>(field: Field<Owner>, density: Density, owner: Owner, pen: Pen): Presence {
  const drawn = drawPresence(pen, field.popularity, density);
  if (field.isObserved && pen.documented) return 'left-out';
  if (!field.isFree(owner)) return drawn === 'given' ? 'left-out' : drawn;
  return field.key.value === pen.focus[0] || field.isNeeded(owner) ? 'given' : drawn;
}
