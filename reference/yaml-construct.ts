import { describe } from './describe.ts';
import { Float } from './float.ts';
import { Binary, Foreign, YamlSet } from './foreign.ts';
import { MAX_DEPTH } from './limits.ts';
import { step } from './pointer.ts';
import { readText } from './text.ts';
import { Rejection } from './violation.ts';
import { readBinary } from './yaml-binary.ts';
import { YamlFault } from './yaml-fault.ts';
import { Merging } from './yaml-merge.ts';
import {
  typeOf,
  type Child,
  type MappingNode,
  type Node,
  type Pair,
  type SequenceNode,
} from './yaml-node.ts';
import { constructScalar, type ScalarTag } from './yaml-scalar.ts';

/** What a node became, how many values it holds and how deep they nest, aliases followed. */
interface Built {
  readonly value: unknown;
  readonly size: number;
  readonly height: number;
}

/** A key as the release sees it: keys that are equal there, such as 1 and true, have one identity. */
interface Key {
  readonly identity: string;
  readonly name: string;
  readonly value: unknown;
  readonly isText: boolean;
}

const LIST_OF_PAIRS = 'a list of pairs';

/** Builds the value of a document; more than `limit` values, once aliases are followed, are refused. */
export class Construction {
  readonly offsets = { values: new Map<string, number>(), keys: new Map<string, number>() };
  readonly #limit: number;
  readonly #merging = new Merging();
  readonly #built = new Map<Node, Built>();
  #count = 0;
  #depth = 0;
  #deepest = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** `pointer` is undefined for a value that no pointer names: a key, or what stands behind an alias. */
  value({ node, start, isAlias }: Child, pointer: string | undefined): unknown {
    if (pointer !== undefined) this.offsets.values.set(pointer, start);
    const built = this.#built.get(node);
    if (built === undefined) return this.#build(node, isAlias ? undefined : pointer);
    this.#grow(built.size, built.height, start);
    return built.value;
  }

  #build(node: Node, pointer: string | undefined): unknown {
    const { start } = node;
    const before = this.#count;
    const deepest = this.#deepest;
    const levels = node.kind === 'scalar' ? 0 : 1;
    this.#depth += levels;
    this.#deepest = 0;
    this.#grow(1, 0, start);
    const value = this.#content(node, pointer);
    this.#depth -= levels;
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

  #content(node: Node, pointer: string | undefined): unknown {
    const type = typeOf(node.tag);
    switch (type) {
      case 'seq':
        if (node.kind !== 'sequence') throw wrongTag(node);
        return node.items.map((item, index) => this.value(item, below(pointer, index)));
      case 'omap':
      case 'pairs':
        if (node.kind !== 'sequence') throw wrongTag(node);
        return this.#listOfPairs(node);
      case 'map':
      case 'set':
        if (node.kind !== 'mapping') throw wrongTag(node);
        return this.#mapping(node, pointer, type);
      default:
        return scalarValue(node, type);
    }
  }

  #listOfPairs(node: SequenceNode): Foreign | [] {
    for (const { node: item } of node.items) {
      const pair = item.kind === 'mapping' && item.pairs.length === 1 ? item.pairs[0] : undefined;
      if (pair === undefined) throw wrongTag(node);
      this.value(pair.key, undefined);
      this.value(pair.value, undefined);
    }
    return node.items.length === 0 ? [] : new Foreign(LIST_OF_PAIRS, 'yaml/tags');
  }

  #mapping(node: MappingNode, pointer: string | undefined, type: 'map' | 'set'): unknown {
    const keys = new Map<string, Key>();
    const entries = new Map<string, unknown>();
    for (const pair of this.#merging.pairs(node)) {
      this.#grow(1, 0, node.start);
      const key = this.#key(pair.key);
      const first = keys.get(key.identity) ?? key;
      keys.set(key.identity, first);
      const value = this.#valueOf(pair, below(pointer, first.name));
      if (key.isText) entries.set(first.name, value);
    }
    if (type === 'set') return new YamlSet([...keys.values()].map((key) => key.value));
    for (const { name, isText } of keys.values()) {
      if (!isText) entries.set(name, new Foreign('a value whose key is no text', 'yaml/keys'));
    }
    // yaml/keys: `fromEntries` makes own keys of all names, of `__proto__` too.
    return Object.fromEntries(entries);
  }

  #valueOf({ key, value }: Pair, pointer: string | undefined): unknown {
    if (pointer !== undefined) this.offsets.keys.set(pointer, key.start);
    return this.value(value, pointer);
  }

  /** yaml/keys, yaml/value-key: a plain `=` is text here. */
  #key(child: Child): Key {
    const { node, start } = child;
    const value =
      typeOf(node.tag) === 'value' && node.kind === 'scalar' ? node.text : this.value(child, undefined);
    if (!isHashable(value)) throw new YamlFault('yaml/keys', 'a key can be no list or mapping', start);
    const text = readText(value);
    const isText = !(text instanceof Rejection);
    const name = isText ? text : node.kind === 'scalar' ? node.text : '';
    return { identity: identityOf(value, name, isText), name, value, isText };
  }
}

/** yaml/keys: 1, 1.0 and true are one key; text and what only reads as that text are two. */
function identityOf(value: unknown, name: string, isText: boolean): string {
  const number = value instanceof Float ? value.value : value;
  if (typeof number === 'number' || typeof number === 'boolean') return `number ${Number(number)}`;
  if (value instanceof Binary) return `binary ${name}`;
  return `${isText ? 'text' : 'other'} ${name}`;
}

function isHashable(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (value instanceof Foreign) return value.what !== LIST_OF_PAIRS;
  return value instanceof Float || value instanceof Binary;
}

function below(pointer: string | undefined, key: string | number): string | undefined {
  return pointer === undefined ? undefined : pointer + step(key);
}

const SCALAR_TYPES: ReadonlyMap<string, ScalarTag> = new Map(
  (['null', 'bool', 'int', 'float', 'timestamp', 'str'] as const).map((type) => [type, type]),
);

function scalarValue(node: Node, type: string | undefined): unknown {
  if (type === 'value') throw new YamlFault('yaml/value-key', 'a plain = is no value; quote it', node.start);
  const text = scalarText(node);
  const scalarType = SCALAR_TYPES.get(type ?? '');
  if (text === undefined || (scalarType === undefined && type !== 'binary')) throw wrongTag(node);
  const value = scalarType === undefined ? readBinary(text) : constructScalar(scalarType, text);
  if (value === undefined) throw new YamlFault('yaml/tags', `${describe(text)} is no ${type}`, node.start);
  return value;
}

/** The text of a scalar; a mapping stands for what it has under a plain `=`, a leftover of old YAML. */
function scalarText(node: Node): string | undefined {
  let at: Node | undefined = node;
  while (at?.kind === 'mapping')
    at = at.pairs.find(({ key }) => typeOf(key.node.tag) === 'value')?.value.node;
  return at?.kind === 'scalar' ? at.text : undefined;
}

function wrongTag({ tag, start }: Node): YamlFault {
  return new YamlFault('yaml/tags', `${tag} makes no value here`, start);
}

function malformed(message: string, start: number): YamlFault {
  return new YamlFault('yaml/well-formed', message, start);
}
