import type { Divergence } from './generated/divergence-file.ts';
import type { OutOfScopeKind } from './generated/out-of-scope-file.ts';
import type { PageSection } from './generated/page-file.ts';
import type { RequirementEntry } from './generated/requirement-file.ts';
import type { RequirementId } from './generated/requirement-ids.ts';

/** `documented`: the page says it. `observed`: the page is silent, and the release settles it. */
export type Level = RequirementEntry['level'];

/** The level of each requirement of an edition. Another edition may have the same requirement at another level. */
export type Levels = Readonly<Partial<Record<RequirementId, Level>>>;

/** One requirement of an edition, complete, with the topic: the name of its file without the ending. */
export interface Requirement extends Omit<RequirementEntry, 'id'> {
  readonly id: RequirementId;
  readonly topic: string;
}

export interface Topic {
  readonly topic: string;
  /** The topic in one sentence. */
  readonly about: string;
}

/** The smallest document of an edition. Examples take from it what they don't say themselves. */
export interface MinimalDocument<Normal extends object = object> {
  /** Its YAML text, one field per line. */
  readonly document: string;
  readonly normal: Normal;
  /** YAML text that makes it invalid if it is added, with the requirement that it breaks and where. */
  readonly refused: { readonly yaml: string; readonly requirement: RequirementId; readonly path: string };
}

/** What must hold in one edition: one release of the page, with what was observed of the release. */
export interface EditionSpec<Normal extends object = object> {
  /** The id in handshakes and logs: a release, a slash, and the type of the document. */
  readonly id: string;
  readonly title: string;
  readonly levels: Levels;
  /** All requirements, by topic in reading order. */
  readonly requirements: readonly Requirement[];
  /** The topics in reading order. */
  readonly topics: readonly Topic[];
  /** The topic of each requirement, by its id. */
  readonly topicOf: ReadonlyMap<string, string>;
  /** The reference page, sentence by sentence; empty if the edition has no copy of it. */
  readonly page: readonly PageSection[];
  readonly divergences: readonly Divergence[];
  readonly outOfScope: readonly OutOfScopeKind[];
  /** The normal form of a document that says nothing but what it must. */
  readonly defaults: Normal;
  readonly minimal: MinimalDocument<Normal>;
  /** The JSON Schema of the normal form. */
  readonly normalSchema: object;
}
