import { integer, list, mapping, type MappingNode, type Node } from '../node.ts';
import { Entries } from '../entries.ts';
import { MERGE } from './key.ts';
import type { Writer } from './writer.ts';

/** The value of entries that another entry overrules. */
const OVERRULED = integer(0);

/**
 * Returns the entries as they are written: some are merged, and some stand behind an overruled entry with the same
 * key.
 */
export function rearranged(node: MappingNode, writer: Writer): MappingNode {
  const { style } = writer;
  if (style.merges && node.keys.length > 1 && writer.pen.source.below(2) === 1) return merged(node, writer);
  return style.repeatsKeys ? repeated(node, writer) : node;
}

/**
 * yaml/merge-keys: `<<` merges mappings; the keys written beside it win.
 * Entries beside the `<<` win over merged ones, and the first of several merged mappings wins.
 */
function merged(node: MappingNode, { pen: { source }, pen }: Writer): MappingNode {
  const beside = new Entries();
  const below = new Entries();
  const [first, second] = [new Entries(), new Entries()];
  for (const [key, value] of entriesOf(node)) {
    source.enter('part', `merge ${key.value}`);
    const way = source.below(4);
    if (way <= 1) beside.add(key, value);
    else if (way === 2) first.add(key, value);
    else second.add(key, value);
    if (way <= 2 && source.below(4) === 3) second.add(key, OVERRULED);
    source.leave();
  }
  if (first.keys.length + second.keys.length === 0) return node;
  pen.note('yaml/merge-keys');
  const isFirst = source.below(2) === 0;
  (isFirst ? below : beside).add(MERGE, mergedValue(first, second));
  return mapping([...below.keys, ...beside.keys], [...below.values, ...beside.values]);
}

function mergedValue(first: Entries, second: Entries): Node {
  if (second.keys.length === 0) return first.toNode();
  return first.keys.length === 0 ? second.toNode() : list([first.toNode(), second.toNode()]);
}

/** yaml/last-key-wins: The last of two equal keys wins. */
function repeated(node: MappingNode, { pen }: Writer): MappingNode {
  const entries = new Entries();
  for (const [key, value] of entriesOf(node)) {
    pen.source.enter('part', `repeat ${key.value}`);
    if (key !== MERGE && pen.source.below(4) === 3) {
      pen.note('yaml/last-key-wins');
      entries.add(key, OVERRULED);
    }
    entries.add(key, value);
    pen.source.leave();
  }
  return entries.toNode();
}

function* entriesOf({ keys, values }: MappingNode): Generator<readonly [MappingNode['keys'][number], Node]> {
  for (const [index, key] of keys.entries()) {
    const value = values[index];
    if (value !== undefined) yield [key, value];
  }
}
