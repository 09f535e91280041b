import type { NormalGpu } from '../../../spec/values.ts';
import type { Coercion } from '../../coercion/coercion.ts';
import { readComputeCapability } from './compute-capability.ts';
import { gpuNamesReader } from './name.ts';
import { readVendor, type Vendors } from './vendor.ts';
import { byDefault, field, optional, tableOf, type Table } from '../../fields/mapping.ts';
import type { Reader } from '../../fields/reader.ts';
import { countRangeReader, readMemoryRange } from '../range.ts';
import type { RequirementId } from '../../../spec/generated/requirement-ids.ts';

/** What differs between editions. */
export interface GpuRules<Vendor extends string> {
  readonly vendors: Vendors<Vendor>;
  /** The count that is meant if none is given, as a range, and the requirement behind it. */
  readonly count: { readonly value: string; readonly requirement: RequirementId };
}

/**
 * gpu/object: `gpu` may be an object.
 * A number or a text stands for an object with these fields.
 */
export function gpuTable<Vendor extends string>(
  coercion: Coercion,
  { vendors, count }: GpuRules<Vendor>,
): Table<NormalGpu<Vendor>> {
  return tableOf<NormalGpu<Vendor>>(
    {
      // gpu/vendor-default: Without `vendor` any vendor will do.
      vendor: field(
        (value, trace) => readVendor(vendors, value, trace),
        vendors.requirement,
        optional(null, 'gpu/vendor-default'),
      ),
      // gpu/name: `name` is a GPU name.
      // gpu/name-default: Without `name` any GPU will do.
      name: field(gpuNamesReader(coercion), 'gpu/name', optional(null, 'gpu/name-default')),
      count: field(gpuCountReader(coercion), 'gpu/count', byDefault(count.value, count.requirement)),
      // gpu/memory: `memory` is the RAM size of a GPU, or a range of it.
      // gpu/memory-default: Without `memory` any size will do.
      memory: field(readMemoryRange, 'gpu/memory', optional(null, 'gpu/memory-default')),
      // gpu/total_memory: `total_memory` is the RAM size of all GPUs, or a range of it.
      // gpu/total_memory-default: Without `total_memory` any size will do.
      total_memory: field(readMemoryRange, 'gpu/total_memory', optional(null, 'gpu/total_memory-default')),
      // gpu/compute_capability: `compute_capability` is the minimum compute capability, such as 7.5.
      // gpu/compute_capability-default: Without `compute_capability` any will do.
      compute_capability: field(
        readComputeCapability,
        'gpu/compute_capability',
        optional(null, 'gpu/compute_capability-default'),
      ),
    },
    { kind: 'gpu/kind', unknown: 'gpu/known-fields' },
    (defaults) => ({ ...defaults }),
  );
}

/**
 * gpu/count: `count` is the number of GPUs.
 * gpu/count-range: `count` may be a range.
 */
function gpuCountReader(coercion: Coercion): Reader<string> {
  const readCountRange = countRangeReader(coercion);
  return function readGpuCount(value, trace) {
    const count = readCountRange(value, trace);
    if (typeof count === 'string' && count.includes('..')) trace?.rule('gpu/count-range');
    return count;
  };
}
