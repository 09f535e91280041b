import type { NormalResources } from '../../spec/generated/normal-form.ts';
import { normalMemory } from './memory.ts';
import { normalRange, type Range } from './range.ts';

/** A range of gigabytes, or no disk at all. */
export type Disk = Range | 'none';

export function normalDisk(disk: Disk): NormalResources['disk'] {
  return disk === 'none' ? null : { size: normalRange(disk, normalMemory) };
}
