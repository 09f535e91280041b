import { isAlias, isMap, isNode, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import { MAX_VALUES } from './limits.ts';
import { resolveAlias, type Anchors } from './yaml-anchors.ts';
import { startOf, YamlFault } from './yaml-fault.ts';
import { tagOf } from './yaml-tag.ts';

/**
 * yaml/merge-keys: the pairs of a mapping with those that `<<` merges in front, so that where the last of two equal
 * keys wins, the mapping's own do, and of a list of merged mappings the first.
 */
export function flattenedPairs(mapping: YAMLMap, anchors: Anchors): readonly Pair[] {
  return flatten(mapping, anchors, { left: MAX_VALUES });
}

/** A node, where the library's types allow for bare values too. */
export function nodeOf(item: unknown, around: Node): Node {
  if (isNode(item)) return item;
  throw new YamlFault('yaml/well-formed', 'a key or an item is missing', startOf(around));
}

function flatten(mapping: YAMLMap, anchors: Anchors, budget: { left: number }): readonly Pair[] {
  const own: Pair[] = [];
  const merged: Pair[] = [];
  for (const pair of mapping.items) {
    if (isMergeKey(pair.key)) merged.push(...mergedPairs(pair, mapping, anchors, budget));
    else own.push(pair);
  }
  budget.left -= own.length + merged.length;
  // NON-SPEC: bounds what merge keys can grow to.
  if (budget.left < 0) throw new YamlFault('yaml/merge-keys', 'merges too much', startOf(mapping));
  return [...merged, ...own];
}

function isMergeKey(key: unknown): boolean {
  if (!isScalar(key)) return false;
  const tag = tagOf(key);
  return (
    tag === 'merge' || ((tag === undefined || tag === '!') && key.type === 'PLAIN' && key.source === '<<')
  );
}

function mergedPairs(pair: Pair, around: YAMLMap, anchors: Anchors, budget: { left: number }): Pair[] {
  const value = follow(pair.value, around, anchors);
  if (isMap(value)) return [...flatten(value, anchors, budget)];
  if (!isSeq(value)) throw badMerge(value);
  return value.items
    .map((item) => {
      const each = follow(item, value, anchors);
      if (!isMap(each)) throw badMerge(each);
      return flatten(each, anchors, budget);
    })
    .reverse()
    .flat();
}

function follow(item: unknown, around: Node, anchors: Anchors): Node {
  const node = nodeOf(item, around);
  return isAlias(node) ? resolveAlias(node, anchors) : node;
}

function badMerge(node: Node): YamlFault {
  return new YamlFault('yaml/merge-keys', '<< takes a mapping or a list of mappings', startOf(node));
}
