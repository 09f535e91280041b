import { MAX_DEPTH, MAX_VALUES } from '../document/limits.ts';
import { YamlFault } from './fault.ts';
import type { Child, MappingNode, Pair } from './node.ts';

/** Follows the merge keys of a document. The work is bounded, because merged mappings may merge others. */
export class Merging {
  readonly #flattened = new Map<MappingNode, readonly Pair[]>();
  #left = MAX_VALUES;

  /**
   * Returns the pairs of a mapping behind those that `<<` merges. Of equal keys the last wins, so the
   * mapping's own keys win over merged ones, and the first of several merged mappings wins over the next.
   * yaml/merge-keys: `<<` merges mappings; the keys written beside it win.
   */
  pairs(mapping: MappingNode, depth = 0): readonly Pair[] {
    const known = this.#flattened.get(mapping);
    if (known !== undefined) return known;
    // NON-SPEC: this bounds the depth of merge keys; the count below bounds the number of pairs.
    if (depth > MAX_DEPTH) throw excessive(mapping.start);
    const all = mapping.pairs.some(isMerge) ? this.#flatten(mapping, depth) : mapping.pairs;
    this.#left -= all.length;
    if (this.#left < 0) throw excessive(mapping.start);
    this.#flattened.set(mapping, all);
    return all;
  }

  #flatten({ pairs }: MappingNode, depth: number): readonly Pair[] {
    const merged: Pair[] = [];
    for (const pair of pairs)
      if (isMerge(pair)) for (const each of this.#merged(pair.value, depth + 1)) merged.push(each);
    return [...merged, ...pairs.filter((pair) => !isMerge(pair))];
  }

  #merged({ node, start }: Child, depth: number): readonly Pair[] {
    if (node.kind === 'mapping') return this.pairs(node, depth);
    if (node.kind === 'scalar') throw badMerge(start);
    return node.items
      .map((item) => this.pairs(mappingOf(item), depth))
      .reverse()
      .flat();
  }
}

function isMerge({ key }: Pair): boolean {
  return key.node.type === 'merge';
}

function mappingOf({ node, start }: Child): MappingNode {
  if (node.kind === 'mapping') return node;
  throw badMerge(start);
}

function excessive(start: number): YamlFault {
  return new YamlFault('yaml/merge-keys', 'merges too much', start);
}

function badMerge(start: number): YamlFault {
  return new YamlFault('yaml/merge-keys', '<< takes a mapping or a list of mappings', start);
}
