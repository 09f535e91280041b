/**
 * The names of an edition, for messages to people: nothing here decides about a document. Places are JSON Pointers in
 * which `*` stands for any index; that of the whole document is empty.
 */
export interface Vocabulary {
  /** By the name of a field: the places of the mappings that have it, those nearest to the root first. */
  readonly places: Readonly<Record<string, readonly string[]>>;
  /** Fields of later releases, each with the mapping that it stands in. */
  readonly laterFields: readonly LaterName[];
  /** Values of later releases, each with the place that it may stand at. */
  readonly laterValues: readonly LaterName[];
}

export interface LaterName {
  readonly place: string;
  readonly name: string;
  /** The first release that knows it. */
  readonly since: string;
}

/** The vocabulary of a language that has nothing to tell. */
export const NO_VOCABULARY: Vocabulary = { places: {}, laterFields: [], laterValues: [] };
