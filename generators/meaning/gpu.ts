import type { NormalGpu } from '../../spec/generated/normal-form.ts';
import { oneOf, type Pool } from '../choose.ts';
import type { Pen } from '../pen.ts';
import { drawCount, drawSignedCount, normalCount } from './count.ts';
import { drawMemory, normalMemory } from './memory.ts';
import { drawRange, normalRange, single, type Range } from './range.ts';

export type Vendor = NonNullable<NormalGpu['vendor']>;

/** `null` where anything will do. */
export interface Gpu {
  readonly vendor: Vendor | null;
  readonly names: readonly string[] | null;
  readonly count: Range;
  readonly memory: Range | null;
  readonly totalMemory: Range | null;
  readonly computeCapability: ComputeCapability | null;
}

export type ComputeCapability = readonly [major: number, minor: number];

/** Whether the run has an image decides whether it may ask for GPUs of amd: always, or only for none of them. */
export type AmdImage = 'image' | 'no-image';

export const NO_GPU: Range = single(0);

const VENDORS = ['nvidia', 'amd', 'google', 'intel'] as const;

/** Names never begin with `tpu-`, which would be dropped. */
const NAMES = [
  'A100',
  'H100',
  'RTX4090',
  'L40S',
  'A10G',
  'MI300X',
  'v2-8',
  'v5litepod-8',
  'Gaudi2',
  'T4',
  'a100',
] as const;

const ODD_NAMES = [
  'True',
  'False',
  '1',
  '4090',
  'é1',
  'A100-SXM4-80GB',
  'RTX 4090',
  'A10G,A100',
  'A:1',
  '',
  'amd',
] as const;

const CAPABILITIES: Pool<ComputeCapability> = [
  [7, 5],
  [8, 0],
  [8, 6],
  [9, 0],
  [8, 10],
  [12, 0],
  [0, 0],
];

export function drawGpu(pen: Pen, image: AmdImage): Gpu {
  const { source } = pen;
  const names = source.below(3) === 2 ? null : drawNames(pen);
  const count = source.below(2) === 0 ? single(1) : drawGpuCount(pen);
  const memory = source.below(3) === 2 ? drawRange(pen, drawMemory) : null;
  const vendor = source.below(3) === 2 ? oneOf(source, VENDORS) : null;
  const totalMemory = source.below(8) === 7 ? drawRange(pen, drawMemory) : null;
  const computeCapability = source.below(6) === 5 ? oneOf(source, CAPABILITIES) : null;
  const isRefused = vendor === 'amd' && image === 'no-image';
  return {
    vendor,
    names,
    count: isRefused ? atMostNone(pen) : count,
    memory,
    totalMemory,
    computeCapability,
  };
}

export function normalGpu(gpu: Gpu): NormalGpu {
  const { vendor, names, count, memory, totalMemory, computeCapability } = gpu;
  return {
    vendor,
    name: names === null ? null : [...names],
    count: normalRange(count, normalCount),
    memory: memory === null ? null : normalRange(memory, normalMemory),
    total_memory: totalMemory === null ? null : normalRange(totalMemory, normalMemory),
    compute_capability: computeCapability === null ? null : computeCapability.join('.'),
  };
}

function drawNames(pen: Pen): string[] {
  const { source } = pen;
  if (pen.strays(24)) return [];
  const names = [drawName(pen)];
  for (let more = source.below(5) - 2; more > 0; more -= 1) names.push(drawName(pen));
  return names;
}

function drawName(pen: Pen): string {
  return pen.strays(5) ? oneOf(pen.source, ODD_NAMES) : oneOf(pen.source, NAMES);
}

function drawGpuCount(pen: Pen): Range {
  return pen.documented ? single(drawCount(pen)) : drawRange(pen, drawSignedCount);
}

/** A count whose upper end is 0. */
function atMostNone(pen: Pen): Range {
  return pen.strays(3) ? { min: null, max: 0 } : NO_GPU;
}
