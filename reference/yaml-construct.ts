import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { Float } from './float.ts';
import { Binary, Foreign, YamlSet } from './foreign.ts';
import { step } from './pointer.ts';
import { readText } from './text.ts';
import { Rejection } from './violation.ts';
import { resolveAlias, type Anchors } from './yaml-anchors.ts';
import { startOf, YamlFault } from './yaml-fault.ts';
import { flattenedPairs, nodeOf } from './yaml-merge.ts';
import { constructScalar, resolvePlain, type ScalarTag } from './yaml-scalar.ts';
import { tagOf } from './yaml-tag.ts';

/** Offsets in the text, by JSON Pointer: of each value, and of the key that it stands under. */
export interface Offsets {
  readonly values: Map<string, number>;
  readonly keys: Map<string, number>;
}

interface Built {
  readonly value: unknown;
  /** How many values it holds, aliases followed. */
  readonly size: number;
}

/** Builds the value of a node; more than `limit` values, once aliases are followed, are refused. */
export class Construction {
  readonly offsets: Offsets = { values: new Map(), keys: new Map() };
  readonly #anchors: Anchors;
  readonly #limit: number;
  readonly #textEnd: number;
  readonly #built = new Map<Node, Built>();
  #count = 0;

  constructor(anchors: Anchors, limit: number, textEnd: number) {
    this.#anchors = anchors;
    this.#limit = limit;
    this.#textEnd = textEnd;
  }

  /** `pointer` is undefined for a value that no pointer names: a key, or what stands behind an alias. */
  value(node: Node, pointer: string | undefined): unknown {
    if (pointer !== undefined) this.offsets.values.set(pointer, startOf(node));
    if (isAlias(node)) return this.value(resolveAlias(node, this.#anchors), undefined);
    const built = this.#built.get(node);
    if (built !== undefined) {
      this.#grow(built.size, node);
      return built.value;
    }
    const before = this.#count;
    this.#grow(1, node);
    const value = this.#content(node, pointer);
    this.#built.set(node, { value, size: this.#count - before });
    return value;
  }

  /** NON-SPEC: bounds what aliases and merge keys can grow to. */
  #grow(by: number, node: Node): void {
    this.#count += by;
    if (this.#count > this.#limit) {
      throw new YamlFault('yaml/well-formed', `more than ${this.#limit} values`, startOf(node));
    }
  }

  #content(node: Node, pointer: string | undefined): unknown {
    if (isScalar(node)) return scalarValue(node, this.#textEnd);
    if (isSeq(node)) return this.#sequence(node, pointer);
    if (isMap(node)) return this.#mapping(node, pointer);
    throw new YamlFault('yaml/well-formed', 'no value', startOf(node));
  }

  #sequence(node: YAMLSeq, pointer: string | undefined): unknown {
    const tag = tagOf(node);
    const items = node.items.map((item, index) => this.value(nodeOf(item, node), below(pointer, index)));
    switch (tag) {
      case undefined:
      case 'seq':
        return items;
      case 'omap':
      case 'pairs':
        if (items.length === 0) return items;
        if (node.items.every((item) => isMap(item) && item.items.length === 1)) {
          return new Foreign('a list of pairs', 'yaml/tags');
        }
        throw wrongTag(node, tag);
      default:
        throw wrongTag(node, tag);
    }
  }

  #mapping(node: YAMLMap, pointer: string | undefined): unknown {
    const tag = tagOf(node);
    if (tag !== undefined && tag !== 'map' && tag !== 'set') throw wrongTag(node, tag);
    const names = new Map<string, string>();
    const keys = new Map<string, unknown>();
    const entries = new Map<string, unknown>();
    for (const pair of flattenedPairs(node, this.#anchors)) {
      this.#grow(1, node);
      const key = this.#key(nodeOf(pair.key, node));
      const name = names.get(key.identity) ?? key.name;
      names.set(key.identity, name);
      keys.set(name, key.value);
      const value = this.#valueOf(pair, node, below(pointer, name));
      entries.set(name, key.isText ? value : new Foreign('a value whose key is no text', 'yaml/keys'));
    }
    // yaml/keys: `fromEntries` makes own keys of all names, of `__proto__` too.
    return tag === 'set' ? new YamlSet([...keys.values()]) : Object.fromEntries(entries);
  }

  #valueOf(pair: Pair, around: YAMLMap, pointer: string | undefined): unknown {
    const key = nodeOf(pair.key, around);
    if (pointer !== undefined) {
      this.offsets.keys.set(pointer, startOf(key));
      this.offsets.values.set(pointer, startOf(key));
    }
    return pair.value == null ? null : this.value(nodeOf(pair.value, around), pointer);
  }

  /** yaml/keys: keys that are equal for the release, such as 1 and true, have one identity. */
  #key(node: Node): {
    readonly identity: string;
    readonly name: string;
    readonly value: unknown;
    readonly isText: boolean;
  } {
    if (isScalar(node) && isPlain(node) && node.source === '=')
      return { identity: 's=', name: '=', value: '=', isText: true };
    const value = this.value(node, undefined);
    if (
      typeof value === 'object' &&
      value !== null &&
      !(value instanceof Float || value instanceof Foreign)
    ) {
      if (!(value instanceof Binary))
        throw new YamlFault('yaml/keys', 'a key can be no list or mapping', startOf(node));
    }
    const text = readText(value);
    const isText = !(text instanceof Rejection);
    const name = isText ? text : isScalar(node) ? (node.source ?? '') : '';
    const number = value instanceof Float ? value.value : value;
    const identity =
      typeof number === 'number' || typeof number === 'boolean' ? `n${Number(number)}` : `s${name}`;
    return { identity, name, value, isText };
  }
}

function below(pointer: string | undefined, key: string | number): string | undefined {
  return pointer === undefined ? undefined : pointer + step(key);
}

function isPlain(node: Scalar): boolean {
  return node.type === 'PLAIN' && node.tag === undefined;
}

const TAGS: ReadonlyMap<string, ScalarTag> = new Map(
  (['null', 'bool', 'int', 'float', 'timestamp', 'str'] as const).map((tag) => [tag, tag]),
);

/** yaml/quoting, yaml/tags: only plain scalars, and those with a bare `!`, are resolved by their look. */
function scalarValue(node: Scalar, textEnd: number): unknown {
  const text = textOf(node, textEnd);
  const tag = tagOf(node);
  if (tag === 'binary') return binary(node, text);
  const byLook = tag === '!' || (tag === undefined && node.type === 'PLAIN');
  const type = byLook ? resolvePlain(text) : TAGS.get(tag ?? 'str');
  if (type === undefined || type === 'merge' || type === 'value') {
    if (type === 'value')
      throw new YamlFault('yaml/value-key', 'a plain = is no value; quote it', startOf(node));
    throw wrongTag(node, tag ?? text);
  }
  const value = constructScalar(type, text);
  if (value === undefined) throw new YamlFault('yaml/tags', `${text} is no ${type}`, startOf(node));
  return value;
}

/** yaml/multi-line: a block scalar that the file ends in, without a line break, has none to keep. */
function textOf(node: Scalar, textEnd: number): string {
  const text = String(node.value);
  const isBlock = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
  const endsFile = isBlock && node.range?.[1] === textEnd && node.srcToken !== undefined;
  const endsInBreak = node.srcToken?.type === 'block-scalar' && node.srcToken.source.endsWith('\n');
  return endsFile && !endsInBreak && text.endsWith('\n') ? text.slice(0, -1) : text;
}

/** Base64 of UTF-8 text, other characters being skipped; other bytes are nothing that a field takes. */
function binary(node: Scalar, text: string): Binary | Foreign {
  const digits = text.replaceAll(/[^A-Za-z0-9+/=]/g, '').replace(/^=+/, '');
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(digits) || digits.length % 4 !== 0) {
    throw new YamlFault('yaml/tags', 'no base64', startOf(node));
  }
  const bytes = Uint8Array.from(atob(digits), (char) => char.charCodeAt(0));
  try {
    return new Binary(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return new Foreign('binary data', 'yaml/tags');
  }
}

function wrongTag(node: Node, tag: string): YamlFault {
  return new YamlFault('yaml/tags', `${tag} makes no value here`, startOf(node));
}
