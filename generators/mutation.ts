import type { RequirementId } from '../spec/generated/requirement-ids.ts';
import type { FieldPath } from './choices/offer.ts';
import type { Pen } from './choices/pen.ts';
import type { Entries } from './document/entries.ts';
import type { MappingNode, Node } from './document/node.ts';

/** Breaks one requirement of a document that fulfils all others. */
export type Mutation = FieldMutation | WholeMutation;

/** The requests of a mutation about the document around it. An edition's own mutations may request more. */
export interface Frame {
  /** The fields that the mutation writes itself. */
  readonly claims: readonly string[];
  /** The fields that must be declared if a document with the mutation is to be asked; the claimed ones by default. */
  readonly needs?: readonly FieldPath[];
}

/** Writes its own fields into a document, including the broken one. */
export interface FieldMutation extends Frame {
  readonly kind: 'fields';
  readonly requirement: RequirementId;
  /** Writes the claimed fields that are there, and returns the broken place (a JSON Pointer). */
  readonly write: (entries: Entries, pen: Pen) => string;
  /** Text before and behind the document in its YAML. A mutation with such text can only be said in YAML. */
  readonly head?: string;
  readonly tail?: string;
  /**
   * True if the mutation edits a valid text. It is drawn more often than a fixed list, because each case may have
   * another mistake.
   */
  readonly isEdited?: true;
}

/** Replaces the whole document. */
export interface WholeMutation {
  readonly kind: 'whole';
  readonly requirement: RequirementId;
  /** The fields that must be declared if the document is to be asked; none by default. */
  readonly needs?: readonly FieldPath[];
  readonly replace: (document: MappingNode, pen: Pen) => Node;
}
