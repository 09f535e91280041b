import type { NormalResources } from '../../../../spec/generated/editions/dstack-0.18.42/normal-form.ts';
import { normalCount } from '../../../meaning/count.ts';
import { normalGpu, type Gpu } from '../../../meaning/gpu.ts';
import { normalMemory } from '../../../meaning/memory.ts';
import { normalRange, type Range } from '../../../meaning/range.ts';
import { normalDisk, type Disk } from '../../../meaning/disk.ts';

/** The meaning of `resources`. Sizes are in gigabytes. */
export interface Resources {
  cpu: Range;
  memory: Range;
  shm_size: number | null;
  gpu: Gpu | null;
  disk: Disk;
}

export const DEFAULT_RESOURCES: Readonly<Resources> = {
  cpu: { min: 2, max: null },
  memory: { min: 8, max: null },
  shm_size: null,
  gpu: null,
  disk: { min: 100, max: null },
};

export function normalResources({ cpu, memory, shm_size, gpu, disk }: Readonly<Resources>): NormalResources {
  return {
    cpu: normalRange(cpu, normalCount),
    memory: normalRange(memory, normalMemory),
    shm_size: shm_size === null ? null : normalMemory(shm_size),
    gpu: gpu === null ? null : normalGpu(gpu),
    disk: normalDisk(disk),
  };
}
