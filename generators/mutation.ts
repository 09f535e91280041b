import type { RequirementId } from '../spec/generated/levels.ts';
import type { Pen } from './choices/pen.ts';
import type { Entries } from './document/entries.ts';
import type { MappingNode, Node } from './document/node.ts';

/** Breaks one requirement of a document that holds all others. */
export type Mutation = FieldMutation | WholeMutation;

/** What a mutation asks of the document around it; an edition's own mutations may ask for more. */
export interface Frame {
  /** Fields that it writes itself. */
  readonly claims: readonly string[];
}

/** Writes fields of its own into a document, among them the broken one. */
export interface FieldMutation extends Frame {
  readonly kind: 'fields';
  readonly requirement: RequirementId;
  /** Writes the claimed fields, as far as they are there, and says where the broken place is (a JSON Pointer). */
  readonly write: (entries: Entries, pen: Pen) => string;
  /** What stands before and behind the document in its YAML text; with one of them, only YAML can say it. */
  readonly head?: string;
  readonly tail?: string;
  /** It edits a valid text, so that each case may show another mistake: it is drawn more often than a fixed list. */
  readonly isEdited?: true;
}

/** Puts something else in the place of the whole document. */
export interface WholeMutation {
  readonly kind: 'whole';
  readonly requirement: RequirementId;
  readonly replace: (document: MappingNode, pen: Pen) => Node;
}
