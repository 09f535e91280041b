import { test } from 'vitest';
import type { NormalGpu } from '../../../spec/values.ts';
import { gpuTextReader } from './text.ts';
import { PYDANTIC_1 } from '../../coercion/pydantic-1/pydantic-1.ts';
import { GPU_RULES } from '../../editions/dstack-0.18.42/gpu.ts';
import { gpuTable } from './object.ts';
import { ANY_GPU, expectAccepted, expectRejected, type Broken } from '../../testing/expect.ts';

const readGpuText = gpuTextReader(gpuTable(PYDANTIC_1, GPU_RULES), GPU_RULES.vendors);

test.each<[string, Partial<NormalGpu>]>([
  ['A100', { name: ['A100'] }],
  ['A100,H100', { name: ['A100', 'H100'] }],
  ['RTX 4090', { name: ['RTX4090'] }],
  ['Åbc', { name: ['Åbc'] }],
  ['80GB', { memory: '80GB' }],
  ['80GB..', { memory: '80GB..' }],
  ['..512mb', { memory: '..0.5GB' }],
  ['.5TB', { memory: '512GB' }],
  ['2', { count: '2' }],
  ['1..4', { count: '1..4' }],
  ['..4', { count: '..4' }],
  ['0', { count: '0' }],
  ['nvidia', { vendor: 'nvidia' }],
  ['AMD', { vendor: 'amd' }],
  ['Tpu', { vendor: 'google' }],
  ['google:v5e', { vendor: 'google', name: ['v5e'] }],
  ['tpu-v3', { name: ['v3'] }],
  ['tpu-v3,tpu-tpu-v4', { name: ['v3', 'v4'] }],
  ['80GB:2', { memory: '80GB', count: '2' }],
  ['2:80GB:A100:nvidia', { vendor: 'nvidia', name: ['A100'], memory: '80GB', count: '2' }],
  [
    ' nvidia : A100 , H100 : 40GB .. 80GB : 2 .. 4 ',
    { vendor: 'nvidia', name: ['A100', 'H100'], memory: '40GB..80GB', count: '2..4' },
  ],
  ['nvidia,amd', { name: ['nvidia', 'amd'] }],
])('%j asks for %o', (text, gpu) => {
  expectAccepted(readGpuText, text, { ...ANY_GPU, ...gpu });
});

test.each<[string, ...Broken[]]>([
  ['', 'gpu/text-empty-part'],
  ['  ', 'gpu/text-empty-part'],
  [':', 'gpu/text-empty-part'],
  ['A100:', 'gpu/text-empty-part'],
  ['A100::2', 'gpu/text-empty-part'],
  ['A100,', 'gpu/text-names'],
  ['A100,,H100', 'gpu/text-names'],
  ['A100:H100', 'gpu/text-once'],
  ['2:4', 'gpu/text-once'],
  ['8GB:16GB', 'gpu/text-once'],
  ['nvidia:tpu', 'gpu/text-once'],
  ['8G', 'memory/unit'],
  ['80GB,A100', 'memory/unit'],
  ['4090Ti', 'memory/unit'],
  [',A100', 'memory/unit'],
  ['2.5', 'integer/other'],
  ['..', 'range/bounded'],
  ['4..2', 'range/order'],
  ['8GB..4GB', 'range/order'],
  ['x:1..2..3', 'range/two-ends'],
  ['-', 'integer/other'],
  ['\t', 'integer/other'],
])('%j breaks %s', (text, ...broken) => {
  expectRejected(readGpuText, text, ...broken);
});
