import { test } from 'vitest';
import type { NormalResources } from '../../../spec/generated/editions/dstack-0.18.42/normal-form.ts';
import { Binary, Foreign } from '../../document/foreign.ts';
import { readResources } from './resources.ts';
import { expectAccepted, expectRejected, type Broken } from '../../testing/expect.ts';

const DEFAULT: NormalResources = {
  cpu: '2..',
  memory: '8GB..',
  shm_size: null,
  gpu: null,
  disk: { size: '100GB..' },
};

test.each<[unknown, Partial<NormalResources>]>([
  [{}, {}],
  [{ cpu: 4 }, { cpu: '4' }],
  [{ memory: '16GB' }, { memory: '16GB' }],
  [{ shm_size: '512MB' }, { shm_size: '0.5GB' }],
  [{ shm_size: null, gpu: null }, {}],
  [{ disk: '200GB' }, { disk: { size: '200GB' } }],
  [{ disk: '50GB..' }, { disk: { size: '50GB..' } }],
  [{ disk: 0.5 }, { disk: { size: '0.5GB' } }],
  [{ disk: { size: { min: 10 } } }, { disk: { size: '10GB..' } }],
  [{ disk: null }, { disk: null }],
])('%o ask for %o', (value, resources) => {
  expectAccepted(readResources, value, { ...DEFAULT, ...resources });
});

test('a GPU is asked for by its short text', () => {
  const gpu = {
    vendor: null,
    name: null,
    count: '2',
    memory: '80GB',
    total_memory: null,
    compute_capability: null,
  };
  expectAccepted(readResources, { gpu: '80GB:2' }, { ...DEFAULT, gpu });
});

test.each<[unknown, ...Broken[]]>([
  ['4', 'resources/mapping'],
  ['', 'resources/mapping'],
  [[], 'resources/mapping'],
  [null, 'resources/mapping'],
  [{ CPU: 4 }, 'resources/known-fields /CPU'],
  [{ cpu: null, memory: null }, 'null/refused /cpu', 'null/refused /memory'],
  [{ cpu: '8GB' }, 'integer/other /cpu'],
  [{ shm_size: '1GB..' }, 'shm_size/single /shm_size'],
  [{ shm_size: { min: 1 } }, 'memory/unit /shm_size'],
  [{ shm_size: 'big' }, 'memory/unit /shm_size'],
  [{ gpu: [] }, 'gpu/kind /gpu'],
  [{ disk: [] }, 'disk/kind /disk'],
  [{ disk: ['a'] }, 'disk/kind /disk'],
  [{ disk: new Foreign('a date', 'yaml/timestamps') }, 'yaml/timestamps /disk'],
  [{ disk: new Binary('1') }, 'disk/kind /disk'],
  [{ disk: 'big' }, 'memory/unit /disk'],
  [{ disk: {} }, 'disk/size-required /disk'],
  [{ disk: { size: null } }, 'null/refused /disk/size'],
  [{ disk: { size: '2GB..1GB' } }, 'range/order /disk/size'],
  [{ disk: { size: '1GB', type: 'ssd' } }, 'disk/known-fields /disk/type'],
  [
    { cpu: 'a', gpu: { count: 'b' }, foo: 1 },
    'integer/other /cpu',
    'integer/other /gpu/count',
    'resources/known-fields /foo',
  ],
])('%o break %s', (value, ...broken) => {
  expectRejected(readResources, value, ...broken);
});
