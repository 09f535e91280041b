import { nearest } from '../../reference/advice/nearest.ts';
import type { Edition } from '../edition.ts';
import { FIND_PREFIX, type TestCase } from './case.ts';
import { exampleCases } from './example-cases.ts';

/** The ids of generated cases begin with this text. */
const GENERATED_PREFIX = 'g/';

/**
 * Error message for names of cases that are none; undefined if all may be some. Whether there is a generated case of a
 * name is known only when the cases have been made.
 */
export function unknownCases(
  edition: Edition,
  finds: readonly TestCase[],
  names: readonly string[],
): string | undefined {
  const known = [...exampleCases(edition), ...finds].map(({ id }) => id);
  const unknown = names.filter((name) => !name.startsWith(GENERATED_PREFIX) && !known.includes(name));
  if (unknown.length === 0) return undefined;
  const meant = new Set(unknown.flatMap((name) => meantBy(name, known) ?? []));
  const hint = meant.size === 0 ? 'reports name the cases' : `did you mean ${[...meant].join(', ')}?`;
  return `there is no case ${unknown.join(', ')}; ${hint}`;
}

/** Returns the case that a name misspells, or whose kind of text it leaves out: `ports/range/reject-1`. */
function meantBy(name: string, known: readonly string[]): string | undefined {
  return known.find((each) => each.startsWith(`${name}/`)) ?? nearest(name, known);
}

/** Says which of the chosen cases a run never came to; undefined if it asked all. */
export function missedCases(chosen: readonly string[], asked: ReadonlySet<string>): string | undefined {
  const missed = chosen.filter((name) => !asked.has(name));
  if (missed.length === 0) return undefined;
  const names = missed.slice(0, SHOWN).join(', ');
  const more = missed.length > SHOWN ? ` and ${missed.length - SHOWN} more` : '';
  const why = missed.some((name) => name.startsWith(FIND_PREFIX))
    ? 'finds come from --corpus, and generated cases depend on --cases and the declared fields'
    : 'cases depend on --cases, the kinds of input and the declared fields';
  return `the run has no case ${names}${more}: ${why}`;
}

/** At most this many missed cases are named. */
const SHOWN = 3;
