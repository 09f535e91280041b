import { knownText, mapping, NULL, type Node } from '../document/node.ts';
import type { Pen } from '../choices/pen.ts';
import { spellMemoryRange, spellMemoryScalar } from './range.ts';
import type { Disk } from '../meaning/disk.ts';

const SIZE = knownText('size');

/**
 * disk/size: `disk.size` is the disk size, or a range of it.
 * disk/short: A size or a range stands for a disk of that size.
 * disk/null: `disk: null` asks for no disk.
 */
export function spellDisk(size: Disk, pen: Pen): Node {
  if (size === 'none') {
    pen.note('disk/null');
    return NULL;
  }
  if (pen.way(1, 3) === 2) {
    pen.note('disk/short');
    return spellMemoryScalar(size, pen);
  }
  pen.note('disk/size');
  return mapping([SIZE], [spellMemoryRange(size, pen)]);
}
