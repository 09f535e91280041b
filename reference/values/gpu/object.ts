import type { NormalGpu } from '../../../spec/generated/normal-form.ts';
import { readComputeCapability } from './compute-capability.ts';
import { readGpuNames } from './name.ts';
import { readVendor } from './vendor.ts';
import { byDefault, field, optional, tableOf } from '../../fields/mapping.ts';
import type { Tracer } from '../../fields/origin.ts';
import { readCountRange, readMemoryRange } from '../range.ts';
import type { Rejection } from '../../document/violation.ts';

/** gpu/object: the fields of the object, which is also what a number or a text stands for. */
export const GPU = tableOf<NormalGpu>(
  {
    vendor: field(readVendor, 'gpu/vendor', optional(null, 'gpu/vendor-default')),
    name: field(readGpuNames, 'gpu/name', optional(null, 'gpu/name-default')),
    count: field(readGpuCount, 'gpu/count', byDefault('1', 'gpu/count-default')),
    memory: field(readMemoryRange, 'gpu/memory', optional(null, 'gpu/memory-default')),
    total_memory: field(readMemoryRange, 'gpu/total_memory', optional(null, 'gpu/total_memory-default')),
    compute_capability: field(
      readComputeCapability,
      'gpu/compute_capability',
      optional(null, 'gpu/compute_capability-default'),
    ),
  },
  { kind: 'gpu/kind', unknown: 'gpu/known-fields' },
  (defaults) => ({ ...defaults }),
);

/** gpu/count, gpu/count-range. */
function readGpuCount(value: unknown, trace?: Tracer): string | Rejection {
  const count = readCountRange(value, trace);
  if (typeof count === 'string' && count.includes('..')) trace?.rule('gpu/count-range');
  return count;
}
