import { restricted } from '../../generators/restricted.ts';
import type { AnyGrammar } from '../../generators/grammar.ts';
import type { HeaderLine } from '../../spec/generated/event-log.ts';
import type { Edition } from '../edition.ts';
import { declarableNames, declares } from './declared-fields.ts';

/** What an implementation says of itself that decides about its questions and how its answers are judged. */
export interface Declaration {
  /** The names of fields; undefined for all. */
  readonly fields?: readonly string[] | undefined;
  /** Present if it answers with verdicts alone. */
  readonly answers?: 'verdicts' | undefined;
}

/**
 * Returns an edition as an implementation declares it: cases of it are made of the declared fields, and answers are
 * judged by these alone. An implementation that declares nothing, or every field, has the whole edition.
 */
export function declaredEdition(edition: Edition, { fields, answers }: Declaration): Edition {
  const declared = answers === undefined ? edition : { ...edition, answers };
  if (fields === undefined || edition.grammar.fields.every((each) => declares(fields, each))) return declared;
  const grammar: AnyGrammar = restricted(edition.grammar, (each) => declares(fields, each));
  return { ...declared, grammar };
}

/** Returns a declaration of other fields, if some are wanted. */
export function withFields(declaration: Declaration, fields: readonly string[] | undefined): Declaration {
  return fields === undefined ? declaration : { ...declaration, fields };
}

/** Returns what is declared of an edition, as logs and reports hold it; empty for the whole. */
export function loggedDeclaration({
  answers,
  grammar: { fields, offer },
}: Edition): Pick<HeaderLine, 'fields' | 'answers'> {
  const verdicts = answers === undefined ? {} : { answers };
  if (offer === undefined) return verdicts;
  const declared = declarableNames(fields.filter(({ path }) => offer.has(path)));
  return { fields: { declared, of: fields.length }, ...verdicts };
}
