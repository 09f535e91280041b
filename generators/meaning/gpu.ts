import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import type { NormalGpu } from '../../spec/values.ts';
import { oneOf, type Pool } from '../choices/choose.ts';
import type { Pen } from '../choices/pen.ts';
import { drawCount, drawSignedCount, normalCount } from './count.ts';
import { drawLongList } from './list.ts';
import { drawMemory, normalMemory } from './memory.ts';
import { drawRange, normalRange, single, type Range } from './range.ts';

export type Vendor = NonNullable<NormalGpu['vendor']>;

/** What differs between editions. */
export interface GpuRules<V extends string> {
  /** Vendors to draw from. One with an alias occurs twice. */
  readonly vendors: Pool<V>;
  /** The same for requests with all parts that a text can say; none of these needs an image. */
  readonly named: Pool<V | null>;
  /** The requirement behind `vendor`. */
  readonly vendor: RequirementId;
  readonly aliases: ReadonlyMap<string, Alias>;
  /** Vendors whose GPUs need an image, unless the number of GPUs is at most zero. */
  readonly needImage: ReadonlySet<string>;
  /** The number of GPUs that a request means which names none. */
  readonly count: Range;
  readonly countDefault: RequirementId;
}

interface Alias {
  readonly word: string;
  readonly isDocumented: boolean;
  readonly requirement: RequirementId;
}

/** A GPU request. A part that is `null` accepts any GPU. */
export interface Gpu<V extends string = Vendor> {
  readonly vendor: V | null;
  readonly names: readonly string[] | null;
  readonly count: Range;
  readonly memory: Range | null;
  readonly totalMemory: Range | null;
  readonly computeCapability: ComputeCapability | null;
}

export type ComputeCapability = readonly [major: number, minor: number];

/** Whether the run has an image. Without one, GPUs of some vendors may be asked for only if their number is zero. */
export type AmdImage = 'image' | 'no-image';

const NO_GPU: Range = single(0);

/** Google occurs twice, because its vendor has two names. */
export const FOUR_VENDORS: GpuRules<Vendor> = {
  vendors: ['nvidia', 'amd', 'google', 'intel', 'google'],
  named: ['nvidia', null, 'google', null, 'intel', null],
  vendor: 'gpu/vendor',
  // gpu/vendor-tpu: `tpu` is an alias of google.
  aliases: new Map([['google', { word: 'tpu', isDocumented: true, requirement: 'gpu/vendor-tpu' }]]),
  // gpu/amd-needs-image: The vendor amd needs an image, unless the count's upper end is 0.
  needImage: new Set(['amd']),
  count: single(1),
  // gpu/count-default: `count` defaults to 1.
  countDefault: 'gpu/count-default',
};

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

const ANY_GPU = {
  vendor: null,
  names: null,
  memory: null,
  totalMemory: null,
  computeCapability: null,
};

/** Draws a GPU request. It is often a count alone, or a GPU whose name is the text of a boolean. */
export function drawGpu(pen: Pen, image: AmdImage): Gpu {
  return drawGpuOf(FOUR_VENDORS, pen, image);
}

/** Does the same for an edition with other rules. */
export function drawGpuOf<V extends string>(rules: GpuRules<V>, pen: Pen, image: AmdImage): Gpu<V> {
  const { source } = pen;
  const kind = source.below(8);
  if (kind >= 6) return { ...ANY_GPU, count: drawGpuCount(pen, rules.count) };
  if (kind === 5 && pen.strays(2))
    return { ...ANY_GPU, names: [oneOf(source, ['True', 'False'])], count: rules.count };
  if (kind === 4 && pen.strays(2)) return drawNamedGpu(rules, pen);
  const vendor = pen.part((inner) => drawVendor(rules, inner));
  const isRefused = vendor !== null && rules.needImage.has(vendor) && image === 'no-image';
  return {
    vendor,
    names: pen.part(drawNames),
    count: pen.part((inner) => (isRefused ? atMostNone(inner) : drawGpuCount(inner, rules.count))),
    memory: pen.part(drawGpuMemory),
    totalMemory: pen.part(drawTotalMemory),
    computeCapability: pen.part(drawComputeCapability),
  };
}

/** Draws a request with all parts that a text can say, as in `nvidia:A100:80GB:2`, or with all but the vendor. */
function drawNamedGpu<V extends string>(rules: GpuRules<V>, pen: Pen): Gpu<V> {
  const vendor = oneOf(pen.source, rules.named);
  const names = [oneOf(pen.source, NAMES)];
  const memory = pen.part((inner) => drawRange(inner, drawMemory));
  return { ...ANY_GPU, vendor, names, count: pen.part((inner) => drawGpuCount(inner, rules.count)), memory };
}

export function normalGpu<V extends string>(gpu: Gpu<V>): NormalGpu<V> {
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

function drawVendor<V extends string>({ vendors }: GpuRules<V>, pen: Pen): V | null {
  return pen.source.below(3) === 2 ? oneOf(pen.source, vendors) : null;
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

function drawGpuCount(pen: Pen, byDefault: Range): Range {
  if (pen.source.below(2) === 0) return byDefault;
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
