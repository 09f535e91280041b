import type { NormalGpu } from '../../spec/values.ts';
import { oneOf, type Pool } from '../choices/choose.ts';
import type { Pen } from '../choices/pen.ts';
import { drawCount, drawSignedCount, normalCount } from './count.ts';
import { drawLongList } from './list.ts';
import { drawMemory, normalMemory } from './memory.ts';
import { drawRange, normalRange, single, type Range } from './range.ts';

export type Vendor = NonNullable<NormalGpu['vendor']>;

/** A GPU request. A part that is `null` accepts any GPU. */
export interface Gpu {
  readonly vendor: Vendor | null;
  readonly names: readonly string[] | null;
  readonly count: Range;
  readonly memory: Range | null;
  readonly totalMemory: Range | null;
  readonly computeCapability: ComputeCapability | null;
}

export type ComputeCapability = readonly [major: number, minor: number];

/** Whether the run has an image. Without one, it may ask for GPUs of amd only if their number is zero. */
export type AmdImage = 'image' | 'no-image';

const NO_GPU: Range = single(0);

/** Google occurs twice, because its vendor has two names. */
const VENDORS = ['nvidia', 'amd', 'google', 'intel', 'google'] as const;

/** Names of GPUs. None begins with `tpu-`, because that prefix would be dropped. */
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
  '"A100"',
  'H100_80GB',
  '$GPU',
  'e\u0301',
  '\u00e9',
  '\uff21100',
  'A100\\',
  'a/b',
  ' A100 ',
  'TPU-v2',
  'tpu_v2',
  'tpuv2',
  'my-tpu-v2',
  'v2-8-tpu-',
  'tpu',
  'x'.repeat(255),
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

const ANY_GPU: Gpu = {
  vendor: null,
  names: null,
  count: single(1),
  memory: null,
  totalMemory: null,
  computeCapability: null,
};

/** Draws a GPU request. It is often a count alone, or a GPU whose name is the text of a boolean. */
export function drawGpu(pen: Pen, image: AmdImage): Gpu {
  const { source } = pen;
  const kind = source.below(8);
  if (kind >= 6) return { ...ANY_GPU, count: drawGpuCount(pen) };
  if (kind === 5 && pen.strays(2)) return { ...ANY_GPU, names: [oneOf(source, ['True', 'False'])] };
  if (kind === 4 && pen.strays(2)) return drawNamedGpu(pen);
  const vendor = pen.part(drawVendor);
  const isRefused = vendor === 'amd' && image === 'no-image';
  return {
    vendor,
    names: pen.part(drawNames),
    count: pen.part(isRefused ? atMostNone : drawGpuCount),
    memory: pen.part(drawGpuMemory),
    totalMemory: pen.part(drawTotalMemory),
    computeCapability: pen.part(drawComputeCapability),
  };
}

/** Draws a request with all parts that a text can say, as in `nvidia:A100:80GB:2`, or with all but the vendor. */
function drawNamedGpu(pen: Pen): Gpu {
  const vendor = oneOf(pen.source, ['nvidia', null, 'google', null, 'intel', null] as const);
  const names = [oneOf(pen.source, NAMES)];
  const memory = pen.part((inner) => drawRange(inner, drawMemory));
  return { ...ANY_GPU, vendor, names, count: pen.part(drawGpuCount), memory };
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

function drawVendor(pen: Pen): Vendor | null {
  return pen.source.below(3) === 2 ? oneOf(pen.source, VENDORS) : null;
}

function drawNames(pen: Pen): string[] | null {
  const { source } = pen;
  const way = source.below(9);
  if (way >= 7) return null;
  if (pen.strays(24)) return [];
  if (way === 6 && pen.strays(4)) return drawLongList(pen, () => drawName(pen));
  const names = [drawName(pen)];
  for (let more = way - 4; more > 0; more -= 1) names.push(drawName(pen));
  return names;
}

function drawName(pen: Pen): string {
  return pen.part(({ source }) => (pen.strays(5) ? oneOf(source, ODD_NAMES) : oneOf(source, NAMES)));
}

function drawGpuCount(pen: Pen): Range {
  if (pen.source.below(2) === 0) return single(1);
  return pen.documented ? single(drawCount(pen)) : drawRange(pen, drawSignedCount);
}

function drawGpuMemory(pen: Pen): Range | null {
  return pen.source.below(3) === 2 ? drawRange(pen, drawMemory) : null;
}

function drawTotalMemory(pen: Pen): Range | null {
  return pen.source.below(8) === 7 ? drawRange(pen, drawMemory) : null;
}

function drawComputeCapability(pen: Pen): ComputeCapability | null {
  return pen.source.below(4) === 3 ? oneOf(pen.source, CAPABILITIES) : null;
}

/** Returns a count whose upper end is 0. */
function atMostNone(pen: Pen): Range {
  return pen.strays(3) ? { min: null, max: 0 } : NO_GPU;
}
