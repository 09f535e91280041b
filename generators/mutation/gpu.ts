import { Float } from '../../reference/float.ts';
import { badLeaf } from './leaf.ts';
import type { FieldMutation, Mutation } from './mutation.ts';

export const GPU_MUTATIONS: readonly Mutation[] = [
  badLeaf('gpu/kind', 'gpu', [['A100'], 3.5, new Float(2), [{ name: 'A100' }], 0.5]),
  badLeaf('gpu/known-fields', 'gpu', [{ name: 'A100', foo: 1 }], '/foo'),
  badLeaf('gpu/known-fields', 'gpu', [{ names: ['A100'] }], '/names'),
  badLeaf('gpu/known-fields', 'gpu', [{ count: 2, size: '80GB' }], '/size'),
  badLeaf(
    'gpu/vendor',
    'gpu',
    [
      { vendor: 'tenstorrent' },
      { vendor: '' },
      { vendor: 1 },
      { vendor: true },
      { vendor: ['nvidia'] },
      { vendor: 'nvidia ' },
      { name: 'A100', vendor: 'nvidea' },
    ],
    '/vendor',
  ),
  amdWithoutImage(),
  badLeaf('gpu/text-names', 'gpu', ['A100,', 'A100,,H100', 'A100, ,H100', 'A100,:2']),
  badLeaf('gpu/text-once', 'gpu', [
    'A100:H100',
    '80GB:40GB',
    '1:2',
    '80:2',
    'nvidia:intel',
    'nvidia:nvidia',
    'tpu:google',
    'A100:2:4',
    '2:1..',
  ]),
  badLeaf('gpu/text-empty-part', 'gpu', ['A100:', ':A100', 'A100::2', '', ' ', ':', 'A100: :2']),
  badLeaf(
    'gpu/compute_capability-format',
    'gpu',
    [
      { compute_capability: 8 },
      { compute_capability: '8' },
      { compute_capability: '7.5.1' },
      { compute_capability: 'a.b' },
      { compute_capability: [8] },
      { compute_capability: [8, 6, 0] },
      { compute_capability: '8.' },
      { compute_capability: '' },
      { name: 'A100', compute_capability: 'sm_80' },
    ],
    '/compute_capability',
  ),
];

/** What is missing is the image, so that is the broken place. */
function amdWithoutImage(): FieldMutation {
  const mutation = badLeaf('gpu/amd-needs-image', 'gpu', [
    'amd',
    'amd:MI300X',
    { vendor: 'amd' },
    { vendor: 'AMD', count: 2 },
    'MI300X:amd:8',
    { vendor: 'amd', count: '0..' },
  ]);
  return {
    ...mutation,
    image: 'none',
    write: (entries, pen) => {
      mutation.write(entries, pen);
      return '/image';
    },
  };
}
