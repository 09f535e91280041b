import type { NormalDisk, NormalResources } from '../../../spec/generated/normal-form.ts';
import { describe } from '../../document/describe.ts';
import { Float } from '../../document/float.ts';
import { readGpu } from '../../values/gpu/gpu.ts';
import { byDefault, field, optional, orNull, readMapping, required, tableOf } from '../../fields/mapping.ts';
import { formatMemory, readMemory } from '../../values/memory.ts';
import type { Tracer } from '../../fields/origin.ts';
import { readCountRange, readMemoryRange } from '../../values/range.ts';
import { reject, Rejection } from '../../document/violation.ts';
import { isMapping } from '../../document/is-mapping.ts';

const DISK = tableOf<NormalDisk>(
  { size: field(readMemoryRange, 'disk/size', required('disk/size-required')) },
  { kind: 'disk/kind', unknown: 'disk/known-fields' },
  (defaults) => ({ ...defaults }),
);

export const RESOURCES = tableOf<NormalResources>(
  {
    cpu: field(readCountRange, 'cpu/given', byDefault('2..', 'cpu/default')),
    memory: field(readMemoryRange, 'memory/given', byDefault('8GB..', 'memory/default')),
    shm_size: field(readShmSize, 'shm_size/given', optional(null, 'shm_size/default')),
    gpu: field(readGpu, 'resources/mapping', optional(null, 'gpu/default')),
    disk: field(readDisk, 'resources/mapping', orNull({ size: '100GB..' }, 'disk/default')),
  },
  { kind: 'resources/mapping', unknown: 'resources/known-fields' },
  (defaults) => ({ ...defaults }),
);

/** resources/mapping. */
export function readResources(value: unknown, trace?: Tracer): NormalResources | Rejection {
  return readMapping(RESOURCES, value, trace);
}

/** shm_size/single: one size, as canonical text. */
function readShmSize(value: unknown, trace?: Tracer): string | Rejection {
  if (typeof value === 'string' && value.includes('..')) {
    return reject('shm_size/single', `expected one size, not the range ${describe(value)}`);
  }
  const size = readMemory(value, trace);
  return size instanceof Rejection ? size : formatMemory(size);
}

/** disk/size, disk/short; disk/null: no disk, where leaving the field out asks for the default one. */
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
