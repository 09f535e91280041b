import { text, type Node } from '../document/node.ts';
import type { Pen } from '../choices/pen.ts';

/** name/line-break: A line break after a run name is accepted, and stays. */
export function spellRunName(name: string, pen: Pen): Node {
  if (name.endsWith('\n')) pen.note('name/line-break');
  return text(name);
}
