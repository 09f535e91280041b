import { jsonOf } from '../json.ts';
import type { Node } from '../node.ts';
import type { Pen } from '../pen.ts';

/** What is written of a node that stands more than once. */
export type Reference =
  | { readonly kind: 'none' }
  | { readonly kind: 'anchor'; readonly prefix: string }
  | { readonly kind: 'alias'; readonly text: string };

const NONE: Reference = { kind: 'none' };

/** yaml/anchors: names for the values that a document repeats, the first to be anchored, the others aliases. */
export class AnchorNames {
  readonly #names = new Map<string, string>();
  readonly #anchored = new Set<string>();

  constructor(root: Node) {
    const seen = new Set<string>();
    this.#collect(root, seen);
  }

  reference(node: Node, pen: Pen): Reference {
    if (this.#names.size === 0) return NONE;
    const json = jsonOf(node);
    const name = json === undefined ? undefined : this.#names.get(json);
    if (json === undefined || name === undefined) return NONE;
    if (this.#anchored.has(json)) {
      pen.note('yaml/anchors');
      return { kind: 'alias', text: `*${name}` };
    }
    this.#anchored.add(json);
    return { kind: 'anchor', prefix: `&${name}` };
  }

  #collect(node: Node, seen: Set<string>): void {
    const json = jsonOf(node);
    if (json !== undefined && node.kind !== 'null') {
      if (seen.has(json)) this.#names.set(json, this.#names.get(json) ?? `a${this.#names.size}`);
      seen.add(json);
    }
    if (node.kind === 'list') for (const item of node.items) this.#collect(item, seen);
    if (node.kind === 'mapping') for (const value of node.values) this.#collect(value, seen);
  }
}
