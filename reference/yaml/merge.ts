import { MAX_DEPTH, MAX_VALUES } from '../document/limits.ts';
import { YamlFault } from './fault.ts';
import type { Child, MappingNode, Pair } from './node.ts';

/** A mapping whose merge keys are being followed: the pairs that it has so far, and its merge keys, last one first. */
interface Unfinished {
  pairs: readonly Pair[];
  readonly merges: Pair[];
}

/** Follows the merge keys of a document. The work is bounded, because merged mappings may merge others. */
export class Merging {
  readonly #flattened = new Map<MappingNode, readonly Pair[]>();
  readonly #unfinished = new Map<MappingNode, Unfinished>();
  #left = MAX_VALUES;

  /**
   * Returns the pairs of a mapping behind those that `<<` merges. Of equal keys the last wins, so the
   * mapping's own keys win over merged ones, and the first of several merged mappings wins over the next.
   * yaml/merge-keys: `<<` merges mappings; the keys written beside it win.
   */
  pairs(mapping: MappingNode, depth = 0): readonly Pair[] {
    const known = this.#flattened.get(mapping);
    if (known !== undefined) return known;
    // NON-SPEC: this bounds the depth of merge keys; `#count` bounds the number of pairs.
    if (depth > MAX_DEPTH) throw excessive(mapping.start);
    const all = mapping.pairs.some(isMerge) ? this.#flatten(mapping, depth) : mapping.pairs;
    this.#count(all, mapping);
    this.#flattened.set(mapping, all);
    return all;
  }

  /**
   * yaml/merge-keys: `<<` merges mappings; the keys written beside it win.
   * A merge key counts as followed before its value is looked at. So a mapping that merges itself, directly or through
   * others, adds the pairs that it has by then.
   */
  #flatten(mapping: MappingNode, depth: number): readonly Pair[] {
    const state = this.#unfinished.get(mapping) ?? unfinished(mapping);
    this.#unfinished.set(mapping, state);
    const merged: Pair[] = [];
    for (let next = state.merges.pop(); next !== undefined; next = state.merges.pop())
      for (const each of this.#merged(next.value, depth + 1)) merged.push(each);
    if (merged.length > 0) state.pairs = [...merged, ...state.pairs];
    return state.pairs;
  }

  #merged({ node, start }: Child, depth: number): readonly Pair[] {
    if (node.kind === 'mapping') return this.#pairsOf(node, depth);
    if (node.kind === 'scalar') throw badMerge(start);
    return node.items
      .map((item) => this.#pairsOf(mappingOf(item), depth))
      .reverse()
      .flat();
  }

  /** Returns the pairs of a merged mapping, which may be one whose own merge keys are being followed. */
  #pairsOf(mapping: MappingNode, depth: number): readonly Pair[] {
    if (!this.#unfinished.has(mapping) || this.#flattened.has(mapping)) return this.pairs(mapping, depth);
    if (depth > MAX_DEPTH) throw excessive(mapping.start);
    const all = this.#flatten(mapping, depth);
    this.#count(all, mapping);
    return all;
  }

  #count(pairs: readonly Pair[], { start }: MappingNode): void {
    this.#left -= pairs.length;
    if (this.#left < 0) throw excessive(start);
  }
}

function unfinished({ pairs }: MappingNode): Unfinished {
  return { pairs: pairs.filter((pair) => !isMerge(pair)), merges: pairs.filter(isMerge).reverse() };
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
