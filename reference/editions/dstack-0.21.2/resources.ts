import type {
  NormalGpu,
  NormalResources,
} from '../../../spec/generated/editions/dstack-0.21.2/normal-form.ts';
import { PYDANTIC_2 } from '../../coercion/pydantic-2/pydantic-2.ts';
import { GPU_RULES } from './gpu.ts';
import { cpuReader } from '../../values/cpu.ts';
import { gpuReader } from '../../values/gpu/gpu.ts';
import { byDefault, field, optional, orNull, readMapping, tableOf } from '../../fields/mapping.ts';
import { readDisk } from '../../values/disk.ts';
import type { Tracer } from '../../fields/origin.ts';
import { readMemoryRange } from '../../values/range.ts';
import { readShmSize } from '../../values/shm-size.ts';
import type { Rejection } from '../../document/violation.ts';

const ANY_GPU: NormalGpu = {
  vendor: null,
  name: null,
  count: '0..',
  memory: null,
  total_memory: null,
  compute_capability: null,
};

export const RESOURCES = tableOf<NormalResources>(
  {
    // cpu/given: `cpu` is the number of CPU cores, or a range of it.
    // cpu/default: `cpu` defaults to `2..`.
    cpu: field(
      cpuReader(PYDANTIC_2),
      'resources/mapping',
      byDefault({ arch: null, count: '2..' }, 'cpu/default'),
    ),
    // memory/given: `memory` is the RAM size, or a range of it.
    // memory/default: `memory` defaults to `8GB..`.
    memory: field(readMemoryRange, 'memory/given', byDefault('8GB..', 'memory/default')),
    // shm_size/given: `shm_size` is one size.
    // shm_size/default: Without `shm_size` none is configured.
    shm_size: field(readShmSize, 'shm_size/given', optional(null, 'shm_size/default')),
    // gpu/default-any: Without `gpu` any number of GPUs will do, and none too.
    gpu: field(gpuReader(PYDANTIC_2, GPU_RULES), 'resources/mapping', optional(ANY_GPU, 'gpu/default-any')),
    // disk/default: `disk` defaults to `100GB..`.
    disk: field(readDisk, 'resources/mapping', orNull({ size: '100GB..' }, 'disk/default')),
  },
  { kind: 'resources/mapping', unknown: 'resources/known-fields' },
  (defaults) => ({ ...defaults }),
);

/** resources/mapping: `resources` is a mapping of requirements. */
export function readResources(value: unknown, trace?: Tracer): NormalResources | Rejection {
  return readMapping(RESOURCES, value, trace);
}
