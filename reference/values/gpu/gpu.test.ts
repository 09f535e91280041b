import { test } from 'vitest';
import type { NormalGpu } from '../../../spec/values.ts';
import { Float } from '../../document/float.ts';
import { Binary, Foreign, YamlSet } from '../../document/foreign.ts';
import { GPU_RULES } from '../../editions/dstack-0.18.42/gpu.ts';
import { gpuReader } from './gpu.ts';
import { PYDANTIC_1 } from '../../coercion/pydantic-1/pydantic-1.ts';
import { ANY_GPU, expectAccepted, expectRejected, type Broken } from '../../testing/expect.ts';

const readGpu = gpuReader(PYDANTIC_1, GPU_RULES);

test.each<[unknown, Partial<NormalGpu>]>([
  [2, { count: '2' }],
  [0, { count: '0' }],
  [-1, { count: '-1' }],
  ['2', { count: '2' }],
  ['A100:2', { name: ['A100'], count: '2' }],
  [true, { name: ['True'] }],
  [false, { name: ['False'] }],
  [{}, {}],
  [{ count: '1..4' }, { count: '1..4' }],
  [{ count: 0 }, { count: '0' }],
  [{ vendor: 'Nvidia' }, { vendor: 'nvidia' }],
  [{ vendor: 'tpu' }, { vendor: 'google' }],
  [{ name: 'A100,H100' }, { name: ['A100,H100'] }],
  [{ name: ['A100', 'tpu-v3'] }, { name: ['A100', 'v3'] }],
  [{ name: [new Binary('tpu-v3'), new Binary('A100')] }, { name: ['v3', 'A100'] }],
  [{ name: new Binary('tpu-v3') }, { name: ['v3'] }],
  [{ count: { min: new Binary('1'), max: new Binary('2') } }, { count: '1..2' }],
  [{ name: [] }, { name: [] }],
  [
    { memory: '16GB..', total_memory: 32 },
    { memory: '16GB..', total_memory: '32GB' },
  ],
  [{ compute_capability: 7.5 }, { compute_capability: '7.5' }],
  [{ vendor: null, name: null, memory: null, total_memory: null, compute_capability: null }, {}],
])('%o asks for %o', (value, gpu) => {
  expectAccepted(readGpu, value, { ...ANY_GPU, ...gpu });
});

test.each<[unknown, ...Broken[]]>([
  [3.5, 'gpu/kind'],
  [new Float(2), 'gpu/float'],
  [new Float(1e22), 'gpu/float'],
  [NaN, 'gpu/kind'],
  [[], 'gpu/kind'],
  [['A100'], 'gpu/kind'],
  [new YamlSet(['A100']), 'gpu/kind'],
  [new Foreign('a date', 'yaml/timestamps'), 'gpu/kind'],
  [null, 'gpu/kind'],
  [2 ** 53, 'integer/other'],
  [{ count: null }, 'null/refused /count'],
  [{ count: '8GB' }, 'integer/other /count'],
  [{ vendor: 'apple' }, 'gpu/vendor /vendor'],
  [{ vendor: ['nvidia'] }, 'gpu/vendor /vendor'],
  [{ vendor: true }, 'gpu/vendor /vendor'],
  [{ name: { a: 1 } }, 'text/scalar-only /name'],
  [{ name: ['A100', null] }, 'null/refused /name/1'],
  [{ memory: 'A100' }, 'memory/unit /memory'],
  [{ total_memory: '2..1' }, 'range/order /total_memory'],
  [{ compute_capability: 8 }, 'gpu/compute_capability-format /compute_capability'],
  [{ model: 'A100' }, 'gpu/known-fields /model'],
  [{ Name: 'A100', count: 'x' }, 'gpu/known-fields /Name', 'integer/other /count'],
])('%o breaks %s', (value, ...broken) => {
  expectRejected(readGpu, value, ...broken);
});

test('a bigint is refused as a number of GPUs that is too large', () => {
  expectRejected(readGpu, 2n ** 64n, 'integer/other');
});
