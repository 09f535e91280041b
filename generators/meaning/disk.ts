import type { NormalDisk } from '../../spec/values.ts';
import type { Pen } from '../choices/pen.ts';
import { drawMemoryRange, normalMemory } from './memory.ts';
import { normalRange, type Range } from './range.ts';

/** A range of gigabytes, or no disk at all. */
export type Disk = Range | 'none';

/**
 * disk/null: `disk: null` asks for no disk.
 * That is not the default.
 */
export function drawDisk(pen: Pen): Disk {
  return pen.strays(6) ? 'none' : drawMemoryRange(pen);
}

export function normalDisk(disk: Disk): NormalDisk | null {
  return disk === 'none' ? null : { size: normalRange(disk, normalMemory) };
}
