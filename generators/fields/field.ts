import type { Levels } from '../../spec/edition.ts';
import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import { knownText, NULL, type Node, type TextNode } from '../document/node.ts';
import type { Pen } from '../choices/pen.ts';
import type { Entries } from '../document/entries.ts';
import type { Presence } from './presence.ts';

/** A field of a mapping whose meaning is an `Owner`: its popularity, and the way to draw and write it. */
export interface Field<Owner> {
  readonly key: TextNode;
  /** This many of 256 usual files have the field. */
  readonly popularity: number;
  /** Requirements behind the field's default. */
  readonly byDefault: readonly RequirementId[];
  /** True if the page says too little about the field for a task that rests on the page alone. */
  readonly isObserved: boolean;
  /** Returns whether the field may differ from its default, given the fields before it. */
  readonly isFree: (owner: Readonly<Owner>) => boolean;
  /** Returns whether the field must differ from its default, given the fields before it. */
  readonly isNeeded: (owner: Readonly<Owner>) => boolean;
  /** The field as documents without any other field have it; null if these documents do not differ. */
  readonly inBare: Field<Owner> | null;
  /** Deprecated keys that say the same field. */
  readonly otherKeys: readonly string[];
  /** The fields of the mapping that the field holds, if they are declared one by one. */
  readonly parts: readonly Pick<Field<never>, 'key' | 'byDefault'>[];
  /** Writes the field as the smallest document has it, for documents that need a field that is not declared. */
  readonly writeSmallest?: (owner: Owner, entries: Entries) => void;
  /** Draws a meaning into `owner` and writes its entry. Writes nothing for a default that can't be written. */
  readonly write: (presence: Presence, owner: Owner, entries: Entries, pen: Pen) => void;
}

interface FieldGrammar<Owner, Value> {
  readonly popularity: number;
  readonly given?: RequirementId;
  readonly byDefault: RequirementId;
  readonly draw: (pen: Pen, owner: Readonly<Owner>) => NonNullable<Value>;
  readonly spell: (value: NonNullable<Value>, pen: Pen) => Node;
  /** Writes that the field is absent, if that can be said. The page never says it. */
  readonly spellAbsent?: (pen: Pen) => Node;
  readonly isFree?: (owner: Readonly<Owner>) => boolean;
  readonly isNeeded?: (owner: Readonly<Owner>) => boolean;
}

/** Makes the fields of one mapping of an edition, from the defaults of the mapping and the edition's levels. */
export function fieldsWith<Owner>(defaults: Readonly<Owner>, levels: Levels) {
  return function field<Name extends keyof Owner & string>(
    name: Name,
    grammar: FieldGrammar<Owner, Owner[Name]>,
  ): Field<Owner> {
    const key = knownText(name);
    function write(presence: Presence, owner: Owner, entries: Entries, pen: Pen): void {
      if (presence === 'given') {
        const value = grammar.draw(pen, owner);
        owner[name] = value;
        writeValue(grammar, key, value, entries, pen);
        return;
      }
      const value = defaults[name];
      const says = value != null && (presence === 'default' || grammar.spellAbsent === undefined);
      if (says) writeValue(grammar, key, value, entries, pen);
      else if (grammar.spellAbsent !== undefined && !pen.documented)
        writeAbsent(grammar.spellAbsent, grammar, key, entries, pen);
    }
    const { popularity, given, byDefault, isFree = always, isNeeded = never } = grammar;
    const isObserved = given !== undefined && levels[given] === 'observed';
    return {
      key,
      popularity,
      byDefault: [byDefault],
      isObserved,
      isFree,
      isNeeded,
      inBare: null,
      otherKeys: [],
      parts: [],
      write,
    };
  };
}

/** null/absent: `null` for an optional field without a value of its own means that the field is absent. */
export function spellNull(pen: Pen): Node {
  pen.note('null/absent');
  return NULL;
}

function writeValue<Owner, Value>(
  { given, spell }: FieldGrammar<Owner, Value>,
  key: TextNode,
  value: NonNullable<Value>,
  entries: Entries,
  pen: Pen,
): void {
  if (given !== undefined) pen.note(given);
  entries.add(key, spell(value, pen));
}

function writeAbsent<Owner, Value>(
  spellAbsent: (pen: Pen) => Node,
  { byDefault }: FieldGrammar<Owner, Value>,
  key: TextNode,
  entries: Entries,
  pen: Pen,
): void {
  pen.byDefault(byDefault);
  entries.add(key, spellAbsent(pen));
}

export function always(): boolean {
  return true;
}

export function never(): boolean {
  return false;
}
