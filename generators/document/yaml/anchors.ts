import { NULL, type Node } from '../node.ts';
import type { Pen } from '../../choices/pen.ts';

/** The text for a node that occurs more than once. */
export type Reference =
  | { readonly kind: 'none' }
  | { readonly kind: 'anchor'; readonly prefix: string }
  | { readonly kind: 'alias'; readonly text: string };

const NONE: Reference = { kind: 'none' };

/**
 * yaml/anchors: An alias stands for the value of its anchor; an alias without an anchor, or an anchor twice,
 *   is refused.
 * Names for the values that a document repeats. The first occurrence is anchored, and the others are aliases.
 */
export class AnchorNames {
  /** The number of each content. Nodes with equal content are the same value. */
  readonly #numbers = new Map<string, number>();
  readonly #contents = new Map<Node, number>();
  /** The names of the contents that occur more than once. */
  readonly #names = new Map<number, string>();
  readonly #anchored = new Set<number>();

  constructor(root: Node) {
    this.#collect(root);
  }

  reference(node: Node, pen: Pen): Reference {
    if (this.#names.size === 0) return NONE;
    const number = this.#contents.get(node);
    const name = number === undefined ? undefined : this.#names.get(number);
    if (number === undefined || name === undefined) return NONE;
    if (this.#anchored.has(number)) {
      pen.note('yaml/anchors');
      return { kind: 'alias', text: `*${name}` };
    }
    this.#anchored.add(number);
    return { kind: 'anchor', prefix: `&${name}` };
  }

  /** Collects the content of a node, and returns its number; `undefined` if only YAML can say it. */
  #collect(node: Node): number | undefined {
    const content = this.#contentOf(node);
    if (content === undefined) return undefined;
    const known = this.#numbers.get(content);
    const number = known ?? this.#numbers.size;
    if (known === undefined) this.#numbers.set(content, number);
    if (node.kind === 'null') return number;
    if (known !== undefined && !this.#names.has(known)) this.#names.set(known, `a${this.#names.size}`);
    this.#contents.set(node, number);
    return number;
  }

  /** Returns a text that equal contents have in common. Contents inside it are numbers, so it stays short. */
  #contentOf(node: Node): string | undefined {
    switch (node.kind) {
      case 'list': {
        let content = '[';
        for (const item of node.items) {
          const number = this.#collect(item);
          if (number === undefined) return undefined;
          content += `${number},`;
        }
        return content;
      }
      case 'mapping': {
        let content = '{';
        for (let index = 0; index < node.keys.length; index += 1) {
          const number = this.#collect(node.values[index] ?? NULL);
          if (number === undefined) return undefined;
          content += `${node.keys[index]?.json ?? ''}${number},`;
        }
        return content;
      }
      case 'raw':
        return undefined;
      default:
        return node.json;
    }
  }
}
