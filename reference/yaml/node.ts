/** The prefix of the tags of YAML's own types. */
const STANDARD = 'tag:yaml.org,2002:';

/**
 * A node of a YAML text: its whole tag, given or resolved, the type of YAML's own that the tag names (`undefined` for
 * any other tag, which the release refuses), and the offset where it starts.
 */
export type Node = ScalarNode | SequenceNode | MappingNode;

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly tag: string;
  readonly type: string | undefined;
  readonly start: number;
  readonly text: string;
}

export interface SequenceNode {
  readonly kind: 'sequence';
  readonly tag: string;
  readonly type: string | undefined;
  readonly start: number;
  readonly items: readonly Child[];
}

export interface MappingNode {
  readonly kind: 'mapping';
  readonly tag: string;
  readonly type: string | undefined;
  readonly start: number;
  readonly pairs: readonly Pair[];
}

export interface Pair {
  readonly key: Child;
  readonly value: Child;
}

/** A node in its place; behind an alias the node starts elsewhere. */
export interface Child {
  readonly node: Node;
  readonly start: number;
  readonly isAlias: boolean;
}

/** Returns the tag of a type of YAML's own. */
export function standardTag(name: string): string {
  return STANDARD + name;
}

/** Returns the type that a tag names. For any other tag, which the release refuses, it returns undefined. */
export function typeOf(tag: string): string | undefined {
  return tag.startsWith(STANDARD) ? tag.slice(STANDARD.length) : undefined;
}
