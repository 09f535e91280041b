import { Float } from '../../reference/document/float.ts';
import { shapeOf, type Shape } from './shape.ts';

/**
 * A spelled document, from which both texts, JSON and YAML, are written. Nodes hold their JSON text, so writing only
 * joins texts. The nodes of the pools are made once and shared.
 *
 * All scalars have the same members, because the engine reads objects of few layouts several times faster.
 */
export type Node = Scalar | ListNode | MappingNode | RawNode;

export type Scalar = TextNode | IntegerNode | FloatNode | BooleanNode | NullNode;

export interface TextNode {
  readonly kind: 'text';
  readonly value: string;
  readonly json: string;
  /** The ways in which the text may stand in YAML; null until `shapeOfText` is asked. */
  shape: Shape | null;
}

export interface IntegerNode {
  readonly kind: 'integer';
  readonly value: number;
  readonly json: string;
  readonly shape: null;
}

/** A number that remains a float in both texts, even without a fraction. */
export interface FloatNode {
  readonly kind: 'float';
  readonly value: number;
  readonly json: string;
  readonly shape: null;
}

export interface BooleanNode {
  readonly kind: 'boolean';
  readonly value: boolean;
  readonly json: string;
  readonly shape: null;
}

export interface NullNode {
  readonly kind: 'null';
  readonly value: null;
  readonly json: string;
  readonly shape: null;
}

export interface ListNode {
  readonly kind: 'list';
  readonly items: readonly Node[];
}

/** A mapping. Keys are texts; where the document chooses its own names, as for variables, a key may be any text. */
export interface MappingNode {
  readonly kind: 'mapping';
  readonly keys: readonly TextNode[];
  readonly values: readonly Node[];
}

/**
 * YAML text that is copied unchanged, for values that JSON can't write. A document with such a node has no JSON text.
 */
export interface RawNode {
  readonly kind: 'raw';
  readonly yaml: string;
}

export const NULL: NullNode = { kind: 'null', value: null, json: 'null', shape: null };

const TRUE: BooleanNode = { kind: 'boolean', value: true, json: 'true', shape: null };

const FALSE: BooleanNode = { kind: 'boolean', value: false, json: 'false', shape: null };

/** Matches a character that JSON may write as an escape. */
const ESCAPED = /[^ !#-[\]-~]/;

const known = new Map<string, TextNode>();

/** Returns the node of a text, which is shared if the pools hold the text. */
export function text(value: string): TextNode {
  return known.get(value) ?? newText(value);
}

/** Returns the shared node of a text that many documents hold: a key, or a member of a pool. */
export function knownText(value: string): TextNode {
  const node = text(value);
  known.set(value, node);
  return node;
}

/** Returns the ways in which a text may stand in YAML. They are found out once, and only for documents in YAML. */
export function shapeOfText(node: TextNode): Shape {
  node.shape ??= shapeOf(node.value);
  return node.shape;
}

export function integer(value: number): IntegerNode {
  return { kind: 'integer', value, json: `${value}`, shape: null };
}

export function float(value: number): FloatNode {
  return { kind: 'float', value, json: floatJson(value), shape: null };
}

export function boolean(value: boolean): BooleanNode {
  return value ? TRUE : FALSE;
}

export function list(items: readonly Node[]): ListNode {
  return { kind: 'list', items };
}

export function mapping(keys: readonly TextNode[], values: readonly Node[]): MappingNode {
  return { kind: 'mapping', keys, values };
}

/** Returns a small mapping with keys that documents have in common. */
export function mappingOf(entries: Readonly<Record<string, Node>>): MappingNode {
  return { kind: 'mapping', keys: Object.keys(entries).map(text), values: Object.values(entries) };
}

export function raw(yaml: string): RawNode {
  return { kind: 'raw', yaml };
}

/** Returns the value that a reader makes of a node; `undefined` if only YAML can say it. */
export function documentOf(node: Node): unknown {
  switch (node.kind) {
    case 'text':
    case 'integer':
    case 'boolean':
      return node.value;
    case 'float':
      return Number.isInteger(node.value) ? new Float(node.value) : node.value;
    case 'null':
      return null;
    case 'list':
      return node.items.map(documentOf);
    case 'mapping':
      return Object.fromEntries(
        node.keys.map((key, index) => [key.value, documentOf(node.values[index] ?? NULL)]),
      );
    case 'raw':
      return undefined;
  }
}

/** Returns a node of its own for a text that is made up of parts, which no pool holds. */
export function newText(value: string): TextNode {
  const json = ESCAPED.test(value) ? JSON.stringify(value) : `"${value}"`;
  return { kind: 'text', value, json, shape: null };
}

/** Writes a number with a dot or an exponent, because that is how readers of JSON tell floats from integers. */
function floatJson(value: number): string {
  if (Object.is(value, -0)) return '-0.0';
  return Number.isInteger(value) ? value.toFixed(1) : `${value}`;
}
