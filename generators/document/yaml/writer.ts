import type { Node } from '../node.ts';
import type { Pen } from '../../choices/pen.ts';
import type { AnchorNames } from './anchors.ts';
import type { Style } from './style.ts';

/** What the writers of blocks and flows share. */
export interface Writer {
  readonly pen: Pen;
  readonly style: Style;
  readonly anchors: AnchorNames | null;
}

/** The name of the span in which an item is written: scalars keep theirs when others go. */
export function nameOfItem(item: Node): string | undefined {
  return 'json' in item ? item.json : undefined;
}
