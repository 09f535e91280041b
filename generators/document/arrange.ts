import { shuffled } from '../choices/choose.ts';
import type { Pen } from '../choices/pen.ts';
import { Entries } from './entries.ts';
import { mapping, type MappingNode } from './node.ts';

/** Returns the entries as a mapping, in the order in which they were written or in any other. */
export function arrange(entries: Entries, pen: Pen): MappingNode {
  if (pen.source.below(2) === 0) return entries.toNode();
  const order = shuffled(
    pen.source,
    entries.keys.map((key, index) => index),
  );
  const { keys, values } = entries;
  const moved = new Entries();
  for (const index of order) {
    const [key, value] = [keys[index], values[index]];
    if (key !== undefined && value !== undefined) moved.add(key, value);
  }
  return mapping(moved.keys, moved.values);
}
