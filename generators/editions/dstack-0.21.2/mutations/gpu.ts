import { Float } from '../../../../reference/document/float.ts';
import { badLeaf } from './leaf.ts';
import type { FieldMutation, Mutation } from './mutation.ts';

export const GPU_MUTATIONS: readonly Mutation[] = [
  // gpu/kind: `gpu` is a number, a text or an object.
  badLeaf('gpu/kind', 'gpu', [['A100'], 3.5, [{ name: 'A100' }], 0.5, -1.5, ['A100', 2]]),
  // gpu/float: A number of GPUs that is written as a float, such as `2.0`, is refused.
  badLeaf('gpu/float', 'gpu', [new Float(2), new Float(0), new Float(1e22)]),
  // gpu/vendor-of-five: `vendor` is one of nvidia, amd, google, intel and tenstorrent.
  badLeaf(
    'gpu/vendor-of-five',
    'gpu',
    [
      { vendor: 'apple' },
      { vendor: '' },
      { vendor: 1 },
      { vendor: true },
      { vendor: ['nvidia'] },
      { vendor: 'nvidia ' },
      { vendor: ' nvidia' },
      { vendor: 'nvidia,amd' },
      { vendor: 'ttt' },
      { vendor: 'tpus' },
      { vendor: 'Google Cloud', count: 2 },
      { vendor: {} },
      { name: 'A100', vendor: 'nvidea' },
    ],
    '/vendor',
  ),
  withoutImage(),
  // gpu/known-fields: The object has no other field.
  badLeaf('gpu/known-fields', 'gpu', [{ name: 'A100', amount: 2 }, { amount: 1 }], '/amount'),
  badLeaf('gpu/known-fields', 'gpu', [{ Name: 'A100' }, { Name: null, count: 1 }], '/Name'),
  // gpu/text-names: In text, names are separated by commas, and none is empty.
  badLeaf('gpu/text-names', 'gpu', [
    'A100,',
    'A100,,H100',
    'A100, ,H100',
    'A100,:2',
    'A100,H100,',
    'nvidia:A100,',
    'A100,,',
    'A100 , :80GB',
  ]),
  // gpu/text-once: In text, each kind of part stands once.
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
    '1:1',
    'A100:80GB:2:1',
    '80GB:A100:24GB',
    'A100:H100:2',
    'A100,H100:T4',
    '2:A100:2',
    'TPU:GOOGLE',
    '..2:2..',
  ]),
  // gpu/text-empty-part: In text, no part is empty.
  badLeaf('gpu/text-empty-part', 'gpu', [
    'A100:',
    ':A100',
    'A100::2',
    '',
    ' ',
    ':',
    'A100: :2',
    '::',
    ' : ',
    '2:',
    ':80GB',
    'A100:2:',
    'nvidia::A100',
    'A100: ',
  ]),
  // gpu/compute_capability-format: A compute capability has a major and a minor integer.
  badLeaf(
    'gpu/compute_capability-format',
    'gpu',
    [
      { compute_capability: 8 },
      { compute_capability: '8' },
      { compute_capability: '7.5.1' },
      { compute_capability: 'a.b' },
      { compute_capability: '8,6' },
      { compute_capability: '7.' },
      { compute_capability: '.5' },
      { compute_capability: 'v7.5' },
      { compute_capability: '7..5' },
      { compute_capability: '7.5.' },
      { compute_capability: '7.5+' },
      { compute_capability: [] },
      { compute_capability: ['8', 'x'] },
      { compute_capability: {} },
      { compute_capability: true },
      { compute_capability: 0 },
      { compute_capability: [8] },
      { compute_capability: [8, 6, 0] },
      { compute_capability: '8.' },
      { compute_capability: '' },
      { name: 'A100', compute_capability: 'sm_80' },
    ],
    '/compute_capability',
  ),
];

/**
 * The broken place is `/image`, because the image is missing.
 * gpu/needs-image: The vendors amd, intel and tenstorrent need an `image` or `docker: true`, unless the count's upper
 *   end is 0.
 */
function withoutImage(): FieldMutation {
  const mutation = badLeaf('gpu/needs-image', 'gpu', [
    'amd',
    'intel',
    'tenstorrent',
    'tt',
    'amd:MI300X',
    'Intel:Gaudi2:8',
    { vendor: 'tt', count: 1 },
    { vendor: 'intel', name: 'Gaudi2' },
    { vendor: 'amd' },
    { vendor: 'AMD', count: 2 },
    'MI300X:amd:8',
    { vendor: 'amd', count: '0..' },
  ]);
  return {
    ...mutation,
    claims: ['resources', 'groups', 'docker'],
    image: 'none',
    needs: [['resources', 'gpu'], ['image']],
    write: (entries, pen) => {
      mutation.write(entries, pen);
      return '/image';
    },
  };
}
