import { isAlias, visit, type Alias, type Document, type Node } from 'yaml';
import { startOf, YamlFault } from './yaml-fault.ts';

export type Anchors = ReadonlyMap<string, Node>;

/** yaml/anchors: the nodes that carry an anchor; an alias comes after its anchor, and an anchor stands once. */
export function collectAnchors(document: Document.Parsed): Anchors {
  const anchors = new Map<string, Node>();
  visit(document, {
    Node(_key, node, path) {
      if (isAlias(node)) {
        checkAlias(node, anchors, path);
        return;
      }
      if (node.anchor === undefined) return;
      if (anchors.has(node.anchor)) {
        throw new YamlFault('yaml/anchors', `the anchor &${node.anchor} stands twice`, startOf(node));
      }
      anchors.set(node.anchor, node);
    },
  });
  return anchors;
}

/** The node that an alias stands for. */
export function resolveAlias(alias: Alias, anchors: Anchors): Node {
  const node = anchors.get(alias.source);
  if (node === undefined) {
    throw new YamlFault('yaml/anchors', `no anchor &${alias.source} stands before`, startOf(alias));
  }
  return node;
}

function checkAlias(alias: Alias, anchors: Anchors, path: readonly unknown[]): void {
  const node = resolveAlias(alias, anchors);
  if (!path.includes(node)) return;
  // NON-SPEC: the release reads a value that holds itself, and then finds no field that takes it.
  throw new YamlFault('yaml/anchors', `*${alias.source} stands inside &${alias.source}`, startOf(alias));
}
