import type { Child, Node } from './node.ts';

/** An anchor. Its node is undefined while the node is being read. */
export class Anchor {
  node: Node | undefined;
}

/** An alias inside the value of its own anchor. Its node is known once all of the value is read. */
export class InnerAlias implements Child {
  readonly start: number;
  readonly isAlias = true;
  readonly #anchor: Anchor;

  constructor(anchor: Anchor, start: number) {
    this.#anchor = anchor;
    this.start = start;
  }

  get node(): Node {
    const { node } = this.#anchor;
    if (node === undefined) throw new Error('the value of this anchor is still being read');
    return node;
  }
}
