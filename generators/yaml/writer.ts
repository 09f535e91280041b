import type { Pen } from '../pen.ts';
import type { AnchorNames } from './anchors.ts';
import type { Style } from './style.ts';

/** What the writers of blocks and flows share. */
export interface Writer {
  readonly pen: Pen;
  readonly style: Style;
  readonly anchors: AnchorNames | null;
}
