/**
 * The entry `dstack-conformance/generators`: arbitraries of fast-check, to be used in property tests of one's own. The
 * right answer comes with each document, and shrinks with it.
 *
 * @module
 */
import type fc from 'fast-check';
import type { RequirementId } from '../spec/generated/requirement-ids.ts';
import type { GeneratedCase } from '../generators/case.ts';
import type { Scope } from '../generators/choices/pen.ts';
import {
  DEFAULT_EDITION,
  type DefaultEdition,
  type EditionId,
  type NormalFormOf,
} from './editions/normal-forms.ts';
import { GRAMMARS } from './editions/grammars.ts';
import { cases as casesOf } from '../generators/generate.ts';
import type { AnyGrammar } from '../generators/grammar.ts';
import { planOf, type CaseOptions } from '../generators/plan.ts';

export type { EditionId, NormalFormOf } from './editions/normal-forms.ts';

/** Selects what is generated. An absent member does not restrict it. */
export interface GenerateOptions<Id extends EditionId = DefaultEdition> {
  readonly edition?: Id;
  /** Gives only documents about one topic, such as `ports`. */
  readonly topic?: string;
  /** `documented` gives only what the reference page settles alone. */
  readonly scope?: Scope;
}

/** A generated document: one text in YAML, and one in JSON unless only YAML can say it. */
export interface GeneratedTexts {
  readonly yaml: string;
  /** One line; undefined if only YAML can say the document. */
  readonly json: string | undefined;
  /** All requirements that the document uses. In an invalid document, the broken one comes first. */
  readonly requirements: readonly RequirementId[];
}

/** A valid document with its meaning, which is known from how it was made. */
export interface GeneratedTask<Normal extends object> extends GeneratedTexts {
  readonly normal: Normal;
}

/** An invalid document with the one requirement that it breaks, known from how it was made. */
export interface GeneratedInvalidTask extends GeneratedTexts {
  readonly requirement: RequirementId;
  /** The JSON Pointer to the broken place; `''` is the whole document. */
  readonly path: string;
}

/** A document with the right answer to it. */
export type GeneratedAnswer<Normal extends object> =
  | ({ readonly kind: 'accepted' } & GeneratedTask<Normal>)
  | ({ readonly kind: 'rejected' } & GeneratedInvalidTask);

/** An arbitrary of valid documents. They shrink to the smallest document that still fails, meaning included. */
export function tasks<Id extends EditionId = DefaultEdition>(
  options: GenerateOptions<Id> = {},
): fc.Arbitrary<GeneratedTask<NormalFormOf<Id>>> {
  return arbitraryOf<Id>('valid', options).map(taskOf);
}

/** An arbitrary of documents that each break one requirement. */
export function invalidTasks<Id extends EditionId = DefaultEdition>(
  options: GenerateOptions<Id> = {},
): fc.Arbitrary<GeneratedInvalidTask> {
  return arbitraryOf<Id>('invalid', options).map(invalidTaskOf);
}

/** An arbitrary of valid and invalid documents, half of them each. */
export function cases<Id extends EditionId = DefaultEdition>(
  options: GenerateOptions<Id> = {},
): fc.Arbitrary<GeneratedAnswer<NormalFormOf<Id>>> {
  return arbitraryOf<Id>('mix', options).map((made) =>
    made.expected.kind === 'accepted'
      ? { kind: 'accepted', ...taskOf(made) }
      : { kind: 'rejected', ...invalidTaskOf(made) },
  );
}

/** An arbitrary of the YAML texts of valid documents, in all ways of writing YAML that the release reads. */
export function yamlTexts<Id extends EditionId = DefaultEdition>(
  options: GenerateOptions<Id> = {},
): fc.Arbitrary<string> {
  return arbitraryOf<Id>('valid', options).map(({ yaml }) => yaml);
}

/**
 * @throws {RangeError} for an edition or a topic that there is not, and for invalid documents about a topic of which
 *   nothing can be broken.
 */
function arbitraryOf<Id extends EditionId>(
  kind: NonNullable<CaseOptions['kind']>,
  { edition, ...options }: GenerateOptions<Id>,
): fc.Arbitrary<GeneratedCase<NormalFormOf<Id>>> {
  const grammar = grammarOf<Id>(edition);
  const { topic } = options;
  const topics = new Set(grammar.topics.values());
  if (topic !== undefined && !topics.has(topic))
    throw new RangeError(`there is no topic ${topic}; the topics are ${[...topics].join(', ')}`);
  if (planOf(grammar, { kind, ...options }).kind !== kind)
    throw new RangeError(`about ${topic ?? 'all topics'}, nothing can be broken`);
  return casesOf(grammar, { kind, ...options });
}

function grammarOf<Id extends EditionId>(edition: EditionId = DEFAULT_EDITION): AnyGrammar<NormalFormOf<Id>> {
  if (!Object.hasOwn(GRAMMARS, edition))
    throw new RangeError(
      `there is no edition ${edition} with generators; there are ${Object.keys(GRAMMARS).join(', ')}`,
    );
  // The grammar of an edition makes normal forms of that edition, which TypeScript can't follow through the table.
  return GRAMMARS[edition] as AnyGrammar<NormalFormOf<Id>>;
}

function taskOf<Normal extends object>(made: GeneratedCase<Normal>): GeneratedTask<Normal> {
  const { expected } = made;
  if (expected.kind === 'rejected') throw new Error('the plan asks for valid documents');
  return { ...textsOf(made), normal: expected.normal };
}

function invalidTaskOf(made: GeneratedCase): GeneratedInvalidTask {
  const { expected } = made;
  if (expected.kind === 'accepted') throw new Error('the plan asks for invalid documents');
  return { ...textsOf(made), requirement: expected.requirement, path: expected.path };
}

function textsOf({ yaml, json, requirements }: GeneratedCase): GeneratedTexts {
  return { yaml, json, requirements };
}
