import type {
  NormalDisk,
  NormalGpu,
  NormalResources,
} from '../../../spec/generated/editions/dstack-0.21.2/normal-form.ts';
import { describe } from '../../document/describe.ts';
import { Float } from '../../document/float.ts';
import { PYDANTIC_2 } from '../../coercion/pydantic-2/pydantic-2.ts';
import { GPU_RULES } from './gpu.ts';
import { cpuReader } from '../../values/cpu.ts';
import { gpuReader } from '../../values/gpu/gpu.ts';
import { byDefault, field, optional, orNull, readMapping, required, tableOf } from '../../fields/mapping.ts';
import { formatMemory, readMemory } from '../../values/memory.ts';
import type { Tracer } from '../../fields/origin.ts';
import { readMemoryRange } from '../../values/range.ts';
import { reject, Rejection } from '../../document/violation.ts';
import { isMapping } from '../../document/is-mapping.ts';

const ANY_GPU: NormalGpu = {
  vendor: null,
  name: null,
  count: '0..',
  memory: null,
  total_memory: null,
  compute_capability: null,
};

const DISK = tableOf<NormalDisk>(
  { size: field(readMemoryRange, 'disk/size', required('disk/size-required')) },
  { kind: 'disk/kind', unknown: 'disk/known-fields' },
  (defaults) => ({ ...defaults }),
);

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

/**
 * shm_size/single: `shm_size` is no range.
 * Returns the size as canonical text.
 */
function readShmSize(value: unknown, trace?: Tracer): string | Rejection {
  if (typeof value === 'string' && value.includes('..')) {
    return reject('shm_size/single', `expected one size, not the range ${describe(value)}`);
  }
  const size = readMemory(value, trace);
  return size instanceof Rejection ? size : formatMemory(size);
}

/**
 * disk/size: `disk.size` is the disk size, or a range of it.
 * disk/short: A size or a range stands for a disk of that size.
 * disk/null: `disk: null` asks for no disk.
 * disk/kind: `disk` is a size or a mapping.
 * A field that is left out asks for the default disk.
 */
function readDisk(value: unknown, trace?: Tracer): NormalDisk | null | Rejection {
  if (value === null) {
    trace?.rule('disk/null');
    return null;
  }
  if (isMapping(value)) return readMapping(DISK, value, trace);
  if (typeof value === 'object' && !(value instanceof Float)) {
    return reject('disk/kind', `expected a size or a mapping, not ${describe(value)}`);
  }
  trace?.rule('disk/short');
  trace?.enter('size', null);
  const size = readMemoryRange(value, trace);
  trace?.leave();
  return size instanceof Rejection ? size : { size };
}
