import { restricted } from '../../generators/restricted.ts';
import type { AnyGrammar } from '../../generators/grammar.ts';
import type { Edition } from '../edition.ts';
import { declarableNames, declares } from './declared-fields.ts';

/** What an implementation says of itself that decides about its questions and how its answers are judged. */
export interface Declaration {
  /** The names of fields; undefined for all. */
  readonly fields?: readonly string[] | undefined;
}

/**
 * Returns an edition as an implementation declares it: cases of it are made of the declared fields, and answers are
 * judged by these alone. An implementation that declares nothing, or every field, has the whole edition.
 */
export function declaredEdition(edition: Edition, { fields }: Declaration): Edition {
  if (fields === undefined || edition.grammar.fields.every((each) => declares(fields, each))) return edition;
  const grammar: AnyGrammar = restricted(edition.grammar, (each) => declares(fields, each));
  return { ...edition, grammar };
}

/** The share of an edition that is declared, as logs and reports name it. */
export interface DeclaredShare {
  readonly fields: readonly string[];
  /** The number of all fields. */
  readonly of: number;
}

/** Returns the share of an edition that an implementation declared; undefined for the whole. */
export function declaredShare({ grammar: { fields, offer } }: Edition): DeclaredShare | undefined {
  if (offer === undefined) return undefined;
  const isDeclared = fields.filter(({ path }) => offer.has(path));
  return { fields: declarableNames(isDeclared), of: fields.length };
}
