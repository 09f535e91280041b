import { test } from 'vitest';
import type { NormalCpu } from '../../spec/values.ts';
import { PYDANTIC_2 } from '../coercion/pydantic-2/pydantic-2.ts';
import { Float } from '../document/float.ts';
import { expectAccepted, expectRejected, type Broken } from '../testing/expect.ts';
import { cpuReader } from './cpu.ts';

const readCpu = cpuReader(PYDANTIC_2);

test.each<[unknown, Partial<NormalCpu>]>([
  [0, { count: '0' }],
  ['08', { count: '8' }],
  ['2 .. 4', { count: '2..4' }],
  ['-1..', { count: '-1..' }],
  ['2.0..', { count: '2..' }],
  ['x86', { arch: 'x86' }],
  [' A R M : 4', { arch: 'arm', count: '4' }],
  ['..8:X86', { arch: 'x86', count: '..8' }],
  [{}, {}],
  [{ min: '2' }, { count: '2..' }],
  [{ min: 1, max: null }, { count: '1..' }],
  [{ count: -1 }, { count: '-1' }],
  [{ arch: null, count: true }, { count: '1' }],
  [
    { arch: 'Arm', count: { max: 2 } },
    { arch: 'arm', count: '..2' },
  ],
])('%o asks for %o', (value, cpu) => {
  expectAccepted(readCpu, value, { arch: null, count: '2..', ...cpu });
});

test.each<[unknown, ...Broken[]]>([
  [-1, 'cpu/number'],
  [new Float(2), 'cpu/number'],
  [2.5, 'cpu/number'],
  [true, 'cpu/number'],
  [2n ** 60n, 'cpu/number'],
  ['', 'cpu/text-parts'],
  ['4:', 'cpu/text-parts'],
  ['4:..8', 'cpu/text-parts'],
  ['arm:arm', 'cpu/text-parts'],
  ['+4', 'cpu/text-count'],
  ['aarch64:4', 'cpu/text-count'],
  ['8..4', 'range/order'],
  ['arm:..', 'range/bounded'],
  [{ min: 4, max: 2 }, 'range/order'],
  [{ min: null }, 'range/bounded'],
  [{ min: 'x' }, 'integer/other /min'],
  [{ min: 1, arch: 'arm' }, 'cpu/known-fields /min'],
  [{ arch: 1, count: 2.5 }, 'cpu/arch /arch', 'integer/no-fraction /count'],
  [{ count: null }, 'null/refused /count'],
  [[], 'cpu/kind'],
  [null, 'cpu/kind'],
])('%o breaks %s', (value, ...broken) => {
  expectRejected(readCpu, value, ...broken);
});
