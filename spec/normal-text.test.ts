import { describe, expect, test } from 'vitest';
import type { NormalForm } from './generated/editions/dstack-0.18.42/normal-form.ts';
import { stringifyNormal } from './generated/editions/dstack-0.18.42/normal-text.ts';
import { SPEC as WITH_MAPPINGS } from './generated/editions/dstack-0.21.2/edition.ts';
import { stringifyNormal as stringifyWithMappings } from './generated/editions/dstack-0.21.2/normal-text.ts';
import { SPEC } from './generated/editions/dstack-0.18.42/edition.ts';

const FULL: NormalForm = {
  ...SPEC.minimal.normal,
  name: 'my-run',
  nodes: 2,
  image: 'ubuntu',
  user: '0:0',
  privileged: true,
  entrypoint: 'sh -c',
  working_dir: 'a/b',
  registry_auth: { username: 'u', password: 'p' },
  python: '3.10',
  nvcc: true,
  single_branch: false,
  env: ['A', 'B=1'],
  resources: {
    cpu: '4',
    memory: '8GB',
    shm_size: '1GB',
    gpu: {
      vendor: 'nvidia',
      name: ['A100', 'H100'],
      count: '1..2',
      memory: '80GB',
      total_memory: '160GB..',
      compute_capability: '7.5',
    },
    disk: null,
  },
  volumes: [
    { name: ['a', 'b'], path: '/p' },
    { instance_path: '/i', path: '/q', optional: true },
  ],
  ports: ['80:80', '*:22'],
  commands: [],
  backends: ['aws', 'gcp'],
  regions: [],
  availability_zones: ['z'],
  instance_types: ['i'],
  reservation: 'r',
  spot_policy: 'auto',
  retry: { on_events: ['error', 'interruption'], duration: '2h' },
  max_duration: '1d',
  stop_duration: 'off',
  max_price: 0.5,
  creation_policy: 'reuse',
  idle_duration: '0s',
};

describe('the text of a normal form', () => {
  test.each([
    ['defaults', SPEC.minimal.normal],
    ['a value for each key', FULL],
    [
      'a gpu without anything',
      { ...SPEC.minimal.normal, resources: { ...SPEC.minimal.normal.resources, gpu: gpuOfNothing() } },
    ],
  ])('equals the text of JSON.stringify in canonical order: %s', (_what, normal) => {
    expect(stringifyNormal(normal)).toBe(JSON.stringify(normal));
  });

  test('does not depend on the order of the keys', () => {
    const { type, ...others } = FULL;
    const { cpu, ...resources } = FULL.resources;
    const shuffled = { ...others, resources: { ...resources, cpu }, type };
    expect(Object.keys(shuffled)).not.toEqual(Object.keys(FULL));
    expect(stringifyNormal(shuffled)).toBe(stringifyNormal(FULL));
  });

  test.each([
    '"',
    '\\',
    '\n',
    '\0',
    '\u001f',
    '\u007f',
    '\u2028',
    'é',
    '😀',
    '\ud800',
    '\udfff x',
    '</script>',
  ])('escapes %j in every text', (text) => {
    const normal: NormalForm = {
      ...FULL,
      name: text,
      image: text,
      user: text,
      entrypoint: text,
      working_dir: text,
      registry_auth: { username: text, password: text },
      env: [text],
      volumes: [
        { name: [text], path: text },
        { instance_path: text, path: text, optional: false },
      ],
      commands: [text, text],
      regions: [text],
      reservation: text,
    };
    expect(stringifyNormal(normal)).toBe(JSON.stringify(normal));
  });

  test.each([5e-324, 1e21, 0.1 + 0.2, 1e-7])('writes the price %d as JSON does', (price) => {
    expect(stringifyNormal({ ...FULL, max_price: price })).toBe(
      JSON.stringify({ ...FULL, max_price: price }),
    );
  });
});

describe('a mapping whose keys are names', () => {
  const normal = WITH_MAPPINGS.minimal.normal;

  test('has the same text in any order, sorted by name', () => {
    const env = { b: 'x', A: { key: 'Z' }, '2': 'y', '10': 'z' };
    const reversed = Object.fromEntries(Object.entries(env).reverse());
    const text = stringifyWithMappings({ ...normal, env });
    expect(text).toContain('"env":{"10":"z","2":"y","A":{"key":"Z"},"b":"x"},');
    expect(stringifyWithMappings({ ...normal, env: reversed })).toBe(text);
  });

  test('has any names', () => {
    const tags = Object.fromEntries([
      ['__proto__', 'a'],
      ['"', 'b\n'],
    ]);
    expect(JSON.parse(stringifyWithMappings({ ...normal, tags }))).toEqual({ ...normal, tags });
  });

  test('may be empty, and null is another thing', () => {
    expect(stringifyWithMappings({ ...normal, tags: {} })).toContain('"tags":{},');
    expect(stringifyWithMappings({ ...normal, tags: null })).toContain('"tags":null,');
  });
});

function gpuOfNothing(): NonNullable<NormalForm['resources']['gpu']> {
  return { vendor: null, name: null, count: '1', memory: null, total_memory: null, compute_capability: null };
}
