import type { Answers } from './answer.ts';
import { isMapping } from './change.ts';
import { reads, refuses, says } from './wrong.ts';

const GPU = '/resources/gpu';

/** Implementations that go wrong about the GPU alone. */
export const WRONG_GPU = {
  'gpu-count-default-zero': reads(GPU, (gpu) => withDefault(gpu, 'count', /^\d*(\.\.)?\d*$/, 0)),
  'gpu-vendor-default-nvidia': reads(GPU, (gpu) => withDefault(gpu, 'vendor', VENDOR, 'nvidia')),
  'gpu-number-as-text-name': reads(GPU, (gpu) => (typeof gpu === 'number' ? { name: String(gpu) } : gpu)),
  'gpu-count-as-memory': reads(GPU, countAsMemory),
  'gpu-memory-as-total': says(GPU, memoryAsTotal),
  'gpu-first-name': says(`${GPU}/name`, (names) => (Array.isArray(names) ? names.slice(0, 1) : names)),
  'gpu-names-lower-case': says(`${GPU}/name/*`, (name) => String(name).toLowerCase()),
  'gpu-tpu-refused': refuses(`${GPU}/vendor`, (vendor) => vendor === 'tpu'),
  'gpu-vendor-case-matters': refuses(`${GPU}/vendor`, (vendor) => /[A-Z]/.test(String(vendor))),
  'gpu-text-order-matters': refuses(GPU, (gpu) => typeof gpu === 'string' && !isInOrder(gpu)),
  'gpu-capability-as-float': reads(`${GPU}/compute_capability`, (text) =>
    typeof text === 'string' ? text.replace(/^(\d+\.\d+?)0+$/, '$1') : text,
  ),
  'gpu-capability-pair-refused': refuses(`${GPU}/compute_capability`, Array.isArray),
} satisfies Readonly<Record<string, Answers>>;

const VENDOR = /^ *(nvidia|amd|google|tpu|intel) *$/i;

/** Adds a default of the fault's own to the document's `gpu`, if no part of it gives a value. */
function withDefault(gpu: unknown, key: string, part: RegExp, value: unknown): unknown {
  if (isMapping(gpu)) return gpu[key] === undefined ? { ...gpu, [key]: value } : gpu;
  if (
    typeof gpu !== 'string' ||
    gpu
      .replaceAll(' ', '')
      .split(':')
      .some((each) => part.test(each))
  )
    return gpu;
  return `${gpu}:${String(value)}`;
}

function countAsMemory(gpu: unknown): unknown {
  return typeof gpu === 'string' ? gpu.replace(/^([A-Z]\w+):(\d+)$/, '$1:$2GB') : gpu;
}

function memoryAsTotal(gpu: unknown): unknown {
  return isMapping(gpu) ? { ...gpu, memory: null, total_memory: gpu.memory ?? gpu.total_memory } : gpu;
}

/** Returns whether the parts have the order vendor, name, memory, count. */
function isInOrder(gpu: string): boolean {
  const ranks = gpu.split(':').map(rank);
  return ranks.every((each, at) => at === 0 || each >= (ranks[at - 1] ?? 0));
}

function rank(part: string): number {
  if (VENDOR.test(part)) return 0;
  if (/\d *[MGT]B/i.test(part)) return 2;
  return /^[\d. ]+$/.test(part) ? 3 : 1;
}
