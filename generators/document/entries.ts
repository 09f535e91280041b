import { mapping, type MappingNode, type Node, type TextNode } from './node.ts';

/** The entries of a mapping that is being written. */
export class Entries {
  readonly keys: TextNode[] = [];
  readonly values: Node[] = [];

  add(key: TextNode, value: Node): void {
    this.keys.push(key);
    this.values.push(value);
  }

  toNode(): MappingNode {
    return mapping(this.keys, this.values);
  }
}
