import type { NormalGpu } from '../../../spec/generated/normal-form.ts';
import type { Coercion } from '../../coercion/coercion.ts';
import { computeCapabilityReader } from './compute-capability.ts';
import { gpuNamesReader } from './name.ts';
import { readVendor } from './vendor.ts';
import { byDefault, field, optional, tableOf, type Table } from '../../fields/mapping.ts';
import type { Reader } from '../../fields/reader.ts';
import { countRangeReader, readMemoryRange } from '../range.ts';

/** gpu/object: the fields of the object, which is also what a number or a text stands for. */
export function gpuTable(coercion: Coercion): Table<NormalGpu> {
  return tableOf<NormalGpu>(
    {
      vendor: field(readVendor, 'gpu/vendor', optional(null, 'gpu/vendor-default')),
      name: field(gpuNamesReader(coercion), 'gpu/name', optional(null, 'gpu/name-default')),
      count: field(gpuCountReader(coercion), 'gpu/count', byDefault('1', 'gpu/count-default')),
      memory: field(readMemoryRange, 'gpu/memory', optional(null, 'gpu/memory-default')),
      total_memory: field(readMemoryRange, 'gpu/total_memory', optional(null, 'gpu/total_memory-default')),
      compute_capability: field(
        computeCapabilityReader(coercion),
        'gpu/compute_capability',
        optional(null, 'gpu/compute_capability-default'),
      ),
    },
    { kind: 'gpu/kind', unknown: 'gpu/known-fields' },
    (defaults) => ({ ...defaults }),
  );
}

/** gpu/count, gpu/count-range. */
function gpuCountReader(coercion: Coercion): Reader<string> {
  const readCountRange = countRangeReader(coercion);
  return function readGpuCount(value, trace) {
    const count = readCountRange(value, trace);
    if (typeof count === 'string' && count.includes('..')) trace?.rule('gpu/count-range');
    return count;
  };
}
