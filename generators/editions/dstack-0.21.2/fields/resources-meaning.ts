import type {
  NormalGpu,
  NormalResources,
} from '../../../../spec/generated/editions/dstack-0.21.2/normal-form.ts';
import { DEFAULT_CORES, normalCpu, type Cpu } from '../../../meaning/cpu.ts';
import { normalDisk, type Disk } from '../../../meaning/disk.ts';
import { normalGpu, type Gpu } from '../../../meaning/gpu.ts';
import { normalMemory } from '../../../meaning/memory.ts';
import { normalRange, type Range } from '../../../meaning/range.ts';
import type { Vendor } from './gpu-rules.ts';

/** The meaning of `resources`. Sizes are in gigabytes. Without a GPU request any number of GPUs will do. */
export interface Resources {
  cpu: Cpu;
  memory: Range;
  shm_size: number | null;
  gpu: Gpu<Vendor> | null;
  disk: Disk;
}

export const DEFAULT_RESOURCES: Readonly<Resources> = {
  cpu: { arch: null, count: DEFAULT_CORES },
  memory: { min: 8, max: null },
  shm_size: null,
  gpu: null,
  disk: { min: 100, max: null },
};

const ANY_GPUS: NormalGpu = {
  vendor: null,
  name: null,
  count: '0..',
  memory: null,
  total_memory: null,
  compute_capability: null,
};

export function normalResources({ cpu, memory, shm_size, gpu, disk }: Readonly<Resources>): NormalResources {
  return {
    cpu: normalCpu(cpu),
    memory: normalRange(memory, normalMemory),
    shm_size: shm_size === null ? null : normalMemory(shm_size),
    gpu: gpu === null ? ANY_GPUS : normalGpu(gpu),
    disk: normalDisk(disk),
  };
}
