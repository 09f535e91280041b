import { describe } from '../document/describe.ts';
import { Foreign, YamlSet } from '../document/foreign.ts';
import { MAX_DEPTH } from '../document/limits.ts';
import { step } from '../document/pointer.ts';
import type { Places } from '../document/reading.ts';
import { readBinary } from './binary.ts';
import { YamlFault } from './fault.ts';
import { keyOf, LIST_OF_PAIRS, type Key } from './key.ts';
import { KeyedValues } from './keyed-values.ts';
import { Merging } from './merge.ts';
import type { Child, MappingNode, Node, Pair, ScalarNode, SequenceNode } from './node.ts';
import { constructScalar, type ScalarTag } from './scalar.ts';

/** A collection's value, the number of values it holds and the depth of their nesting, with aliases followed. */
interface Built {
  readonly value: unknown;
  readonly size: number;
  readonly height: number;
}

/** Stands for a collection that is being built. */
const UNFINISHED: Built = { value: undefined, size: 0, height: 0 };

/** Builds the value of a document. It refuses a document of more than `limit` values, with aliases followed. */
export class Construction {
  readonly #limit: number;
  readonly #places: Places | undefined;
  readonly #merging = new Merging();
  readonly #built = new Map<Node, Built>();
  #count = 0;
  #depth = 0;
  #deepest = 0;

  /** If `places` is given, it is filled with the places of all values and keys. */
  constructor(limit: number, places?: Places) {
    this.#limit = limit;
    this.#places = places;
  }

  document(root: Child): unknown {
    return this.#value(root, this.#places === undefined ? undefined : '');
  }

  /** `pointer` is undefined if nobody asked for places, or if no pointer names this value, as behind an alias. */
  #value({ node, start, isAlias }: Child, pointer: string | undefined): unknown {
    if (pointer !== undefined) this.#places?.values.set(pointer, start);
    if (node.kind === 'scalar') {
      this.#grow(1, 0, start);
      if (pointer !== undefined) this.#noteScalar(node, pointer);
      return scalarValue(node);
    }
    const built = this.#built.get(node);
    if (built === undefined) return this.#build(node, isAlias ? undefined : pointer);
    // NON-SPEC: the release reads a value that stands inside itself, and then finds no field that takes it.
    if (built === UNFINISHED) throw new YamlFault('yaml/anchors', 'this value stands inside itself', start);
    this.#grow(built.size, built.height, start);
    return built.value;
  }

  #noteScalar({ type, text }: ScalarNode, pointer: string): void {
    // Of a key that is given twice, the last value counts.
    if (type === 'str') this.#places?.scalars.delete(pointer);
    else this.#places?.scalars.set(pointer, text);
  }

  #build(node: SequenceNode | MappingNode, pointer: string | undefined): unknown {
    const before = this.#count;
    const deepest = this.#deepest;
    this.#depth += 1;
    this.#deepest = 0;
    this.#grow(1, 0, node.start);
    this.#built.set(node, UNFINISHED);
    const value = this.#content(node, pointer);
    this.#depth -= 1;
    this.#built.set(node, { value, size: this.#count - before, height: this.#deepest - this.#depth });
    this.#deepest = Math.max(this.#deepest, deepest);
    return value;
  }

  /** NON-SPEC: bounds what aliases and merge keys can grow to. */
  #grow(by: number, height: number, start: number): void {
    this.#count += by;
    this.#deepest = Math.max(this.#deepest, this.#depth + height);
    if (this.#count > this.#limit) throw malformed(`more than ${this.#limit} values`, start);
    if (this.#deepest > MAX_DEPTH) throw malformed(`nested deeper than ${MAX_DEPTH}`, start);
  }

  #content(node: SequenceNode | MappingNode, pointer: string | undefined): unknown {
    switch (node.type) {
      case 'seq':
        if (node.kind !== 'sequence') throw wrongTag(node);
        return node.items.map((item, index) => this.#value(item, below(pointer, index)));
      case 'omap':
      case 'pairs':
        if (node.kind !== 'sequence') throw wrongTag(node);
        return this.#listOfPairs(node);
      case 'map':
        if (node.kind !== 'mapping') throw wrongTag(node);
        return this.#mapping(node, pointer);
      case 'set':
        if (node.kind !== 'mapping') throw wrongTag(node);
        return this.#set(node, pointer);
      default:
        return scalarValue(node);
    }
  }

  #listOfPairs(node: SequenceNode): Foreign | [] {
    for (const { node: item } of node.items) {
      const pair = item.kind === 'mapping' && item.pairs.length === 1 ? item.pairs[0] : undefined;
      if (pair === undefined) throw wrongTag(node);
      this.#value(pair.key, undefined);
      this.#value(pair.value, undefined);
    }
    return node.items.length === 0 ? [] : new Foreign(LIST_OF_PAIRS, 'yaml/tags');
  }

  /**
   * yaml/keys: A key must be hashable; one that is no text reads as the text of its value.
   * yaml/last-key-wins: The last of two equal keys wins.
   * Builds a mapping. Of equal keys the last gives the value and the first gives the name.
   */
  #mapping(node: MappingNode, pointer: string | undefined): Record<string, unknown> {
    const entries: Record<string, unknown> = {};
    // All keys, once there is one that is not text. Equal texts name the same entry, so text alone needs no identity.
    let keys: KeyedValues | undefined;
    const own = pointer === undefined ? undefined : new OwnKeys(node.pairs);
    for (const pair of this.#merging.pairs(node)) {
      this.#grow(1, 0, node.start);
      const given = this.#keyValue(pair.key);
      if (typeof given === 'string' && keys === undefined) {
        setEntry(entries, given, this.#noted(pair, given, pointer, own));
      } else {
        keys ??= new KeyedValues(entries);
        const key = keys.firstOf(keyOf(given, pair.key));
        keys.set(key, this.#noted(pair, key.name, pointer, own));
      }
    }
    for (const [name, value] of keys?.byName() ?? []) setEntry(entries, name, value);
    return entries;
  }

  #set(node: MappingNode, pointer: string | undefined): YamlSet {
    const keys = new Map<string, Key>();
    for (const pair of this.#merging.pairs(node)) {
      this.#grow(1, 0, node.start);
      const key = firstOf(keys, keyOf(this.#keyValue(pair.key), pair.key));
      this.#valueOf(pair, below(pointer, key.name));
    }
    return new YamlSet(Array.from(keys.values(), (key) => key.value));
  }

  /** Returns the value of an entry, and notes its place if the mapping itself writes its key a second time. */
  #noted(pair: Pair, name: string, pointer: string | undefined, own: OwnKeys | undefined): unknown {
    const place = below(pointer, name);
    if (place !== undefined && own?.isRepeated(pair, name) === true)
      this.#places?.repeated.push({ pointer: place, offset: pair.key.start });
    return this.#valueOf(pair, place);
  }

  #valueOf({ key, value }: Pair, pointer: string | undefined): unknown {
    if (pointer !== undefined) this.#places?.keys.set(pointer, key.start);
    return this.#value(value, pointer);
  }

  /**
   * yaml/value-key: A plain `=` is refused.
   * As a key, a plain `=` is text.
   */
  #keyValue(child: Child): unknown {
    const { node } = child;
    if (node.type !== 'value') return this.#value(child, undefined);
    const text = scalarText(node);
    if (text === undefined) throw wrongTag(node);
    return text;
  }
}

/** The keys that a mapping itself writes. A key beside one that `<<` merges is written on purpose, and no repetition. */
class OwnKeys {
  readonly #pairs: ReadonlySet<Pair>;
  readonly #seen = new Set<string>();

  constructor(pairs: readonly Pair[]) {
    this.#pairs = new Set(pairs);
  }

  isRepeated(pair: Pair, name: string): boolean {
    if (!this.#pairs.has(pair)) return false;
    const isRepeated = this.#seen.has(name);
    this.#seen.add(name);
    return isRepeated;
  }
}

function below(pointer: string | undefined, key: string | number): string | undefined {
  return pointer === undefined ? undefined : pointer + step(key);
}

/** Returns the first key of this identity, which is this key if no earlier one has it. */
function firstOf(keys: Map<string, Key>, key: Key): Key {
  const first = keys.get(key.identity) ?? key;
  keys.set(key.identity, first);
  return first;
}

/**
 * Sets an own key of any name. An assignment to `__proto__` would set no key.
 * yaml/keys: A key must be hashable; one that is no text reads as the text of its value.
 */
function setEntry(entries: Record<string, unknown>, name: string, value: unknown): void {
  if (name === '__proto__')
    Object.defineProperty(entries, name, { value, writable: true, enumerable: true, configurable: true });
  else entries[name] = value;
}

const SCALAR_TYPES: ReadonlyMap<string, ScalarTag> = new Map(
  (['null', 'bool', 'int', 'float', 'timestamp', 'str'] as const).map((type) => [type, type]),
);

/**
 * yaml/tags: The standard tags (`!!str`, `!!int`, `!!float`, ...) choose the type; any other tag is refused.
 */
function scalarValue(node: Node): unknown {
  const { type } = node;
  if (type === 'value') throw new YamlFault('yaml/value-key', 'a plain = is no value; quote it', node.start);
  const text = scalarText(node);
  const scalarType = SCALAR_TYPES.get(type ?? '');
  if (text === undefined || (scalarType === undefined && type !== 'binary')) throw wrongTag(node);
  const value = scalarType === undefined ? readBinary(text) : constructScalar(scalarType, text);
  if (value === undefined) throw new YamlFault('yaml/tags', `${describe(text)} is no ${type}`, node.start);
  return value;
}

/** Returns the text of a scalar. A mapping stands for its value under a plain `=`, a leftover of old YAML. */
function scalarText(node: Node): string | undefined {
  let at: Node | undefined = node;
  // NON-SPEC: bounds the depth; the mapping may stand inside itself.
  for (let depth = 0; at?.kind === 'mapping' && depth < MAX_DEPTH; depth += 1)
    at = at.pairs.find(({ key }) => key.node.type === 'value')?.value.node;
  return at?.kind === 'scalar' ? at.text : undefined;
}

function wrongTag({ tag, start }: Node): YamlFault {
  return new YamlFault('yaml/tags', `${tag} makes no value here`, start);
}

/** yaml/well-formed: A file that is not well-formed YAML is refused. */
function malformed(message: string, start: number): YamlFault {
  return new YamlFault('yaml/well-formed', message, start);
}
