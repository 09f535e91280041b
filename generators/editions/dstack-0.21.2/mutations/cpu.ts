import { Float } from '../../../../reference/document/float.ts';
import { spellBoolean } from '../../../spelling/boolean.ts';
import { knownText } from '../../../document/node.ts';
import { badLeaf } from './leaf.ts';
import type { FieldMutation, Mutation } from './mutation.ts';

const DOCKER = knownText('docker');

export const CPU_MUTATIONS: readonly Mutation[] = [
  // cpu/text-count: In text, a count is digits or a range.
  badLeaf('cpu/text-count', 'cpu', [
    '+4',
    '-1',
    '2.0',
    'arm64',
    'abc',
    '2-8',
    '>=2',
    '4x',
    'x86_64',
    '2\t',
    '4 cores',
    'amd64',
    'x86,arm',
    '²',
  ]),
  // cpu/text-parts: In text, no part is empty or stands twice.
  badLeaf('cpu/text-parts', 'cpu', [
    'x86:',
    'x86:x86',
    '2:4',
    '',
    ':4',
    'x86:arm',
    '2..:4',
    'x86::4',
    ' ',
    ' : ',
    ':',
    'x86:2:4',
    '4:x86:X86',
  ]),
  // cpu/number: A number of cores that stands alone is an integer of 0 or more.
  badLeaf('cpu/number', 'cpu', [
    -1,
    true,
    new Float(4),
    2.5,
    false,
    new Float(0),
    -8,
    -Number.MAX_SAFE_INTEGER,
  ]),
  // cpu/arch: `arch` is x86 or arm.
  badLeaf(
    'cpu/arch',
    'cpu',
    [
      { arch: 'arm64' },
      { arch: 86 },
      { arch: '' },
      { arch: 'x86 ' },
      { count: 4, arch: 'x86_64' },
      { arch: ['x86'] },
      { arch: true },
      { arch: 'x86:4' },
      { arch: {} },
    ],
    '/arch',
  ),
  // cpu/known-fields: The mapping of a CPU has no other field.
  badLeaf('cpu/known-fields', 'cpu', [{ cores: 4 }, { count: 4, cores: 4 }, { cores: null }], '/cores'),
  badLeaf(
    'cpu/known-fields',
    'cpu',
    [
      { count: 4, min: 1 },
      { arch: 'x86', min: 1 },
    ],
    '/min',
  ),
  badLeaf('cpu/known-fields', 'cpu', [{ arch: 'x86', Count: 1 }], '/Count'),
  // cpu/kind: `cpu` is a number, a text or a mapping.
  badLeaf('cpu/kind', 'cpu', [[4], [], [2, 8], ['x86:4'], [{ count: 4 }]]),
  armWithoutImage(),
  armWithDocker(),
];

/**
 * The broken place is `/image`, because the image is missing.
 * cpu/arm-needs-image: The architecture arm needs an `image`.
 */
function armWithoutImage(): FieldMutation {
  const mutation = badLeaf('cpu/arm-needs-image', 'cpu', [
    'arm',
    'ARM:4',
    { arch: 'arm' },
    '4..8:arm',
    { arch: 'Arm', count: 2 },
  ]);
  return {
    ...mutation,
    claims: ['resources', 'groups', 'docker'],
    image: 'none',
    needs: [['resources', 'cpu'], ['image']],
    write: (entries, pen) => {
      mutation.write(entries, pen);
      return '/image';
    },
  };
}

/** cpu/arm-without-docker: The architecture arm excludes `docker: true`. */
function armWithDocker(): FieldMutation {
  const mutation = badLeaf('cpu/arm-without-docker', 'cpu', ['arm', 'ARM:4', { arch: 'arm' }, '2..:arm']);
  return {
    ...mutation,
    claims: ['resources', 'groups', 'docker', 'python', 'nvcc'],
    image: 'none',
    needs: [['resources', 'cpu'], ['docker']],
    write: (entries, pen) => {
      mutation.write(entries, pen);
      entries.add(DOCKER, spellBoolean(true, pen));
      return '/docker';
    },
  };
}
