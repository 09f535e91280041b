import { expect, test } from 'vitest';
import { Anchor, InnerAlias } from './anchor.ts';
import type { Node } from './node.ts';

test('an alias inside the value of its anchor knows the value once it is read', () => {
  const anchor = new Anchor();
  const alias = new InnerAlias(anchor, 7);
  expect(() => alias.node).toThrow('still being read');
  const node: Node = { kind: 'sequence', tag: '', type: 'seq', start: 3, items: [alias] };
  anchor.node = node;
  expect([alias.node, alias.start, alias.isAlias]).toEqual([node, 7, true]);
});
