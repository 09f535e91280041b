import { badLeaf } from './leaf.ts';
import { badField } from './field.ts';
import type { Mutation } from './mutation.ts';

const COUNTS_OUT_OF_ORDER = [
  '8..2',
  { min: 4, max: 2 },
  '1..0',
  '2 .. 1',
  { min: '3', max: 2 },
  '10..9',
  '0..-1',
  '-1..-2',
  { min: 0, max: -1 },
  { min: true, max: 0 },
] as const;

/** Counts of cores that can stand as a part of the CPU's text. */

const SIZES_OUT_OF_ORDER = [
  '16GB..8GB',
  { min: '16GB', max: 8 },
  '1TB..1GB',
  '2048MB..1GB',
  '1.5GB..1GB',
  { max: '1MB', min: '1GB' },
  '1TB..1023GB',
  '1025MB..1GB',
  '8GB..8191MB',
  '10GB..9GB',
  '0.3GB..0.29GB',
  '0..-1',
  { min: 16, max: '8GB' },
  { min: 1.5, max: 1 },
] as const;

const UNBOUNDED = ['..', { min: null, max: null }, ' .. ', { min: null }, { max: null }] as const;

const NO_SIZES = [
  '8G',
  '8GiB',
  'GB',
  '8KB',
  '1PB',
  '8B',
  '8M',
  'abc',
  '',
  '8 G',
  '8 gigabytes',
  '8,5GB',
  '8GBs',
  '8 gib',
  '8TiB',
  '8T',
  '8g',
  '8kb',
  'GB8',
  '8GB8',
  '8GB GB',
  '0x8GB',
  '8.5.1GB',
  '--8GB',
  '- -8GB',
  '.GB',
  '.',
  '80%',
  'all',
  'true',
  '8\tGiB',
] as const;

export const RESOURCE_MUTATIONS: readonly Mutation[] = [
  // resources/mapping: `resources` is a mapping of requirements.
  badField('resources/mapping', 'resources', ['abc', 5, true, ['a'], '8GB', 1.5, [{ cpu: 2 }]]),
  // range/order: The lower end is not above the upper end.
  badLeaf('range/order', 'cpu', COUNTS_OUT_OF_ORDER),
  badLeaf('range/order', 'cpu', ['x86:8..2', '4..1:x86']),
  badLeaf('range/order', 'cpu', [{ count: '8..2' }, { arch: 'x86', count: { min: 4, max: 2 } }], '/count'),
  badLeaf('range/order', 'memory', SIZES_OUT_OF_ORDER),
  badLeaf('range/order', 'disk', ['16GB..8GB', '1TB..1GB']),
  badLeaf('range/order', 'disk', [{ size: '200GB..100GB' }], '/size'),
  badLeaf('range/order', 'gpu', [{ count: '2..1' }, { name: 'A100', count: { min: 2, max: 1 } }], '/count'),
  badLeaf('range/order', 'gpu', [{ memory: '80GB..40GB' }], '/memory'),
  badLeaf('range/order', 'gpu', [{ total_memory: '80GB..40GB' }], '/total_memory'),
  badLeaf('range/order', 'gpu', ['A100:4..2', '80GB..40GB']),
  // range/bounded: A range has at least one end.
  badLeaf('range/bounded', 'cpu', UNBOUNDED),
  badLeaf('range/bounded', 'cpu', [{ count: '..' }, { count: {} }], '/count'),
  badLeaf('range/bounded', 'memory', [...UNBOUNDED, {}]),
  badLeaf('range/bounded', 'disk', [{ size: '..' }, { size: {} }], '/size'),
  badLeaf('range/bounded', 'gpu', [{ count: '..' }, { count: {} }], '/count'),
  // range/two-ends: A range's text has one `..`, and what stands around it are valid ends.
  badLeaf('range/two-ends', 'cpu', [
    '2...8',
    '2..8..9',
    'a..b',
    '2..b',
    '2.5..3',
    '2..8 cores',
    '2 to..8',
    '2....8',

    '2..8..',
    '..2..8',
    '..2..',
    '2..,8',
    '0x2..8',
  ]),
  badLeaf('range/two-ends', 'memory', [
    '1GB..2GB..3GB',
    'a..b',
    '8GB..b',
    '1..2..',
    '8GB....16GB',
    '8GB...',

    '8G..16GB',
    '8GB..16G',
    '8GB..-',
    '1GB-..2GB',
    '8GiB..16GiB',
  ]),
  badLeaf('range/two-ends', 'gpu', [{ count: '1...2' }, { count: '1..x' }], '/count'),
  // range/kind: A range is a number, a text or a mapping.
  badLeaf('range/kind', 'cpu', [{ count: [1, 2] }, { count: [] }, { arch: 'x86', count: [2] }], '/count'),
  badLeaf('range/kind', 'memory', [['8GB', '16GB'], []]),
  badLeaf('range/kind', 'gpu', [{ memory: ['8GB'] }], '/memory'),
  // memory/unit: Any other unit, and text without a number, is refused.
  badLeaf('memory/unit', 'memory', NO_SIZES),
  badLeaf('memory/unit', 'shm_size', NO_SIZES),
  badLeaf('memory/unit', 'disk', NO_SIZES),
  badLeaf('memory/unit', 'disk', [{ size: '8G' }, { size: 'GB' }], '/size'),
  badLeaf('memory/unit', 'memory', [{ min: '8G' }, { min: 'a', max: '8GB' }], '/min'),
  badLeaf('memory/unit', 'gpu', [{ memory: '80G' }, { memory: '' }], '/memory'),
  badLeaf('memory/unit', 'gpu', ['A100:8G', '80GiB:2', '8xA100']),
  // shm_size/single: `shm_size` is no range.
  badLeaf('shm_size/single', 'shm_size', [
    '8GB..',
    '..8GB',
    '4GB..8GB',
    '8..8',
    '..',
    '8GB..8GB',
    ' 8GB .. ',
    '8GB...',
    '1..2..3',
  ]),
  // disk/size-required: `size` is required in `disk`.
  badLeaf('disk/size-required', 'disk', [{}]),
  // disk/kind: `disk` is a size or a mapping.
  badLeaf('disk/kind', 'disk', [['100GB'], [{ size: '100GB' }], [100, 200]]),
  // disk/known-fields: `disk` has no other field.
  badLeaf('disk/known-fields', 'disk', [{ size: '100GB', type: 'ssd' }], '/type'),
  badLeaf('disk/known-fields', 'disk', [{ path: '/a', size: 100 }], '/path'),
  // range/known-fields: A range's mapping has no other field.
  badLeaf('range/known-fields', 'memory', [{ min: 8, maximum: 16 }, { maximum: 1 }], '/maximum'),
  badLeaf('range/known-fields', 'gpu', [{ count: { min: 1, step: 1 } }], '/count/step'),
  badLeaf('range/known-fields', 'cpu', [{ count: { min: 1, step: 1 } }], '/count/step'),
  // resources/known-fields: `resources` has no other field.
  badLeaf('resources/known-fields', 'gpus', [1, 'A100', null, {}]),
  badLeaf('resources/known-fields', 'ram', ['8GB', 8]),
  badLeaf('resources/known-fields', 'CPU', [2, '2..']),
];
