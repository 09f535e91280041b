import type { Vocabulary } from './advice/vocabulary.ts';
import type { Tracer } from './fields/origin.ts';
import type { Table } from './fields/mapping.ts';
import type { Rule } from './fields/rule.ts';

/**
 * A kind of documents: its fields and rules, and the normal form of what they say. `interpret` reads any of them.
 * An edition has one; what differs between editions stands here and in what it refers to.
 */
export interface Language<Fields extends object, Normal extends object> {
  /** The fields of a document, in the order of the page. */
  readonly table: Table<Fields>;
  /** Requirements on several fields together. */
  readonly rules: readonly Rule<Fields>[];
  readonly otherPages: OtherPages;
  /** Names of its fields and of those of later releases, for messages. */
  readonly vocabulary: Vocabulary;
  /** The normal form of fields that hold together; with a tracer it also notes origins. */
  normalize(fields: Fields, tracer?: Tracer): Normal;
  /** The canonical text of a normal form: JSON without blanks, its keys in order. */
  stringify(normal: Normal): string;
}

/** Values of one field that say that a document follows another page: then only that field is refused. */
export interface OtherPages {
  readonly field: string;
  readonly values: ReadonlySet<unknown>;
  /** What the documents of this language are called. */
  readonly own: string;
}

/**
 * A language of which only itself knows the types: what `normalize` gives is what `stringify` takes. Every
 * language can be assigned to it only because `normalize` and `stringify` are methods, which TypeScript compares
 * leniently.
 */
export type AnyLanguage = Language<object, object>;
