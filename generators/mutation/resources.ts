import { badLeaf } from './leaf.ts';
import { badField } from './field.ts';
import type { Mutation } from './mutation.ts';

const COUNTS_OUT_OF_ORDER = ['8..2', { min: 4, max: 2 }, '1..0', '2 .. 1', { min: '3', max: 2 }] as const;

const SIZES_OUT_OF_ORDER = [
  '16GB..8GB',
  { min: '16GB', max: 8 },
  '1TB..1GB',
  '2048MB..1GB',
  '1.5GB..1GB',
  { max: '1MB', min: '1GB' },
] as const;

const UNBOUNDED = ['..', {}, { min: null, max: null }, ' .. ', { min: null }] as const;

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
] as const;

export const RESOURCE_MUTATIONS: readonly Mutation[] = [
  badField('resources/mapping', 'resources', ['abc', 5, true, ['a'], '8GB', 1.5, [{ cpu: 2 }]]),
  ...['foo', 'cpus', 'GPU', 'ram', 'min'].map((leaf) => badLeaf('resources/known-fields', leaf, [1])),
  badLeaf('range/order', 'cpu', COUNTS_OUT_OF_ORDER),
  badLeaf('range/order', 'memory', SIZES_OUT_OF_ORDER),
  badLeaf('range/order', 'disk', ['16GB..8GB', '1TB..1GB']),
  badLeaf('range/order', 'disk', [{ size: '200GB..100GB' }], '/size'),
  badLeaf('range/order', 'gpu', [{ count: '2..1' }, { name: 'A100', count: { min: 2, max: 1 } }], '/count'),
  badLeaf('range/order', 'gpu', [{ memory: '80GB..40GB' }], '/memory'),
  badLeaf('range/order', 'gpu', [{ total_memory: '80GB..40GB' }], '/total_memory'),
  badLeaf('range/order', 'gpu', ['A100:4..2', '80GB..40GB']),
  badLeaf('range/bounded', 'cpu', UNBOUNDED),
  badLeaf('range/bounded', 'memory', UNBOUNDED),
  badLeaf('range/bounded', 'disk', [{ size: '..' }, { size: {} }], '/size'),
  badLeaf('range/bounded', 'gpu', [{ count: '..' }, { count: {} }], '/count'),
  badLeaf('range/two-ends', 'cpu', ['2...8', '2..8..9', 'a..b', '2..b', '2.5..3', '2..8 cores', '2 to..8']),
  badLeaf('range/two-ends', 'memory', ['1GB..2GB..3GB', 'a..b', '8GB..b', '1..2..', '8GB....16GB']),
  badLeaf('range/two-ends', 'gpu', [{ count: '1...2' }, { count: '1..x' }], '/count'),
  badLeaf('range/known-fields', 'cpu', [{ min: 2, foo: 1 }], '/foo'),
  badLeaf('range/known-fields', 'cpu', [{ min: 2, Max: 4 }], '/Max'),
  badLeaf('range/known-fields', 'memory', [{ min: '8GB', size: '8GB' }], '/size'),
  badLeaf('range/kind', 'cpu', [[1, 2], [], [2]]),
  badLeaf('range/kind', 'memory', [['8GB', '16GB'], []]),
  badLeaf('range/kind', 'gpu', [{ memory: ['8GB'] }], '/memory'),
  badLeaf('memory/unit', 'memory', NO_SIZES),
  badLeaf('memory/unit', 'shm_size', NO_SIZES),
  badLeaf('memory/unit', 'disk', NO_SIZES),
  badLeaf('memory/unit', 'disk', [{ size: '8G' }, { size: 'GB' }], '/size'),
  badLeaf('memory/unit', 'memory', [{ min: '8G' }, { min: 'a', max: '8GB' }], '/min'),
  badLeaf('memory/unit', 'gpu', [{ memory: '80G' }, { memory: '' }], '/memory'),
  badLeaf('memory/unit', 'gpu', ['A100:8G', '80GiB:2', '8xA100']),
  badLeaf('shm_size/single', 'shm_size', ['8GB..', '..8GB', '4GB..8GB', '8..8', '..']),
  badLeaf('disk/size-required', 'disk', [{}]),
  badLeaf('disk/known-fields', 'disk', [{ size: '1GB', foo: 1 }], '/foo'),
  badLeaf('disk/known-fields', 'disk', [{ size: '1GB', min: '1GB' }], '/min'),
  badLeaf('disk/kind', 'disk', [['100GB'], [{ size: '100GB' }], [100, 200]]),
];
