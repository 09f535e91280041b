import type { Tag } from '../meaning/tag.ts';
import { mapping, text, type Node } from '../document/node.ts';
import type { Pen } from '../choices/pen.ts';

/**
 * Writes tags in the order given. Keys and values are text and nothing else.
 * tags/line-break: One line break at the end of a key or of a value is accepted, and stays.
 */
export function spellTags(tags: readonly Tag[], pen: Pen): Node {
  if (tags.some(({ key, value }) => key.endsWith('\n') || value.endsWith('\n'))) pen.note('tags/line-break');
  return mapping(
    tags.map(({ key }) => text(key)),
    tags.map(({ value }) => text(value)),
  );
}
