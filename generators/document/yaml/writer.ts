import type { Node } from '../node.ts';
import type { Pen } from '../../choices/pen.ts';
import type { AnchorNames } from './anchors.ts';
import type { Style } from './style.ts';

/** The state that the writers of blocks and flows share. */
export interface Writer {
  readonly pen: Pen;
  readonly style: Style;
  readonly anchors: AnchorNames | null;
}

/** Returns the name of an item's span. With a name, scalars keep their decisions when other items are removed. */
export function nameOfItem(item: Node): string | undefined {
  return 'json' in item ? item.json : undefined;
}
