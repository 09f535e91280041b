import type { Node } from '../node.ts';
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
  /** The content of each node, as JSON. Nodes with equal content are the same value. */
  readonly #texts = new Map<Node, string>();
  readonly #names = new Map<string, string>();
  readonly #anchored = new Set<string>();

  constructor(root: Node) {
    this.#collect(root, new Set());
  }

  reference(node: Node, pen: Pen): Reference {
    if (this.#names.size === 0) return NONE;
    const json = this.#texts.get(node) ?? '';
    const name = this.#names.get(json);
    if (name === undefined) return NONE;
    if (this.#anchored.has(json)) {
      pen.note('yaml/anchors');
      return { kind: 'alias', text: `*${name}` };
    }
    this.#anchored.add(json);
    return { kind: 'anchor', prefix: `&${name}` };
  }

  /** Collects the content of a node; `undefined` if only YAML can say it. */
  #collect(node: Node, seen: Set<string>): string | undefined {
    const json = this.#textOf(node, seen);
    if (json === undefined || node.kind === 'null') return json;
    if (seen.has(json)) this.#names.set(json, this.#names.get(json) ?? `a${this.#names.size}`);
    seen.add(json);
    this.#texts.set(node, json);
    return json;
  }

  #textOf(node: Node, seen: Set<string>): string | undefined {
    switch (node.kind) {
      case 'list':
        return joined(
          node.items.map((item) => this.#collect(item, seen)),
          '[]',
        );
      case 'mapping':
        return joined(
          node.values.map((value, index) => {
            const json = this.#collect(value, seen);
            return json === undefined ? undefined : `${node.keys[index]?.json ?? ''}:${json}`;
          }),
          '{}',
        );
      case 'raw':
        return undefined;
      default:
        return node.json;
    }
  }
}

function joined(parts: readonly (string | undefined)[], around: '[]' | '{}'): string | undefined {
  return parts.includes(undefined) ? undefined : around.charAt(0) + parts.join() + around.charAt(1);
}
