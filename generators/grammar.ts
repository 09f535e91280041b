import type { Levels } from '../spec/edition.ts';
import type { RequirementId } from '../spec/generated/requirement-ids.ts';
import type { DeclarableField, FieldPath, Offer } from './choices/offer.ts';
import type { Pen } from './choices/pen.ts';
import type { Coercion } from './coercion/coercion.ts';
import type { Entries } from './document/entries.ts';
import type { Frame, Mutation } from './mutation.ts';

/** A field that a case is sure to have. */
export type Focus = FieldPath;

/**
 * How the documents of an edition are made: valid ones from what they mean, invalid ones by breaking one requirement.
 * It travels inside a `CasePlan`.
 */
export interface Grammar<Meaning extends object, Normal extends object> {
  /** The mutations of each requirement that can be broken, in the order in which they are drawn from. */
  readonly mutations: ReadonlyMap<RequirementId, readonly Mutation[]>;
  /** The fields that cases about a topic are sure to have, one of them each; topics of the whole have none. */
  readonly foci: Readonly<Record<string, readonly Focus[]>>;
  /** The topic of each requirement. */
  readonly topics: ReadonlyMap<string, string>;
  readonly levels: Levels;
  /** All fields of a document, in the order of the page. */
  readonly fields: readonly DeclarableField[];
  /** How scalars of another type are read. */
  readonly coercion: Coercion;
  /** The declared fields, if documents are made of these alone. */
  readonly offer?: Offer;
  /** Draws what a document means and writes it, but for the fields that a frame claims; `entries` gets what says it. */
  draw(entries: Entries, pen: Pen, frame?: Frame): Meaning;
  normal(meaning: Readonly<Meaning>): Normal;
}

/**
 * A grammar of which only itself knows what its documents mean: what `draw` gives is what `normal` takes. That any
 * grammar is one rests on these being methods, which TypeScript compares leniently.
 */
export type AnyGrammar<Normal extends object = object> = Grammar<object, Normal>;

const NO_FOCUS: Focus = [];

/**
 * The fields one of which each case about the topic has; without a topic, none. If only some fields are declared, each
 * case that is about no other field has one of these.
 */
export function fociOf(
  { foci, offer }: Pick<AnyGrammar, 'foci' | 'offer'>,
  topic: string | undefined,
): readonly [Focus, ...Focus[]] {
  const [first = NO_FOCUS, ...rest] = (topic === undefined ? undefined : foci[topic]) ?? offer?.paths ?? [];
  return [first, ...rest];
}
