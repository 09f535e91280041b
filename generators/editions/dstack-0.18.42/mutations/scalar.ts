import { Float } from '../../../../reference/document/float.ts';
import { badField } from './field.ts';
import type { Mutation } from './mutation.ts';

const SWITCHES = ['privileged', 'nvcc', 'single_branch'] as const;

const LISTS = ['regions', 'availability_zones', 'instance_types', 'backends', 'ports', 'volumes'] as const;

/** Mutations of booleans, integers and lists in any field. */
export const SCALAR_MUTATIONS: readonly Mutation[] = [
  // boolean/other: Nothing else is a boolean.
  ...SWITCHES.map((field) =>
    badField('boolean/other', field, [
      2,
      'maybe',
      -1,
      'yess',
      3.5,
      '2',
      '',
      'null',
      [],
      {},
      'true ',
      ' true',
      'enabled',
      '1.0',
      '01',
      '-0',
      'yes!',
      'truefalse',
      0.5,
      new Float(2),
      [true],
      '+1',
      'ye',
      'of',
      '\u0442',
    ]),
  ),
  badField('boolean/other', 'volumes', [[{ instance_path: '/a', path: '/b', optional: 'maybe' }]], {
    within: '/0/optional',
  }),
  // integer/other: Nothing else is an integer.
  badField('integer/other', 'nodes', [
    '2.0',
    'two',
    '',
    'a b',
    '1e3',
    '2 nodes',
    '--2',
    [],
    {},
    '0x10',
    [2],
    '2.',
    '1,000',
    '2 2',
    '+',
    '-',
    'true',
    'off',
    '²',
    ' ',
    '+-2',
    '1/2',
  ]),
  badField(
    'integer/other',
    'resources',
    [
      { cpu: 'abc' },
      { cpu: '2.0' },
      { cpu: '' },
      { cpu: '2-8' },
      { cpu: '2:8' },
      { cpu: '>=2' },
      { cpu: '2+' },
      { cpu: '2,8' },
      { cpu: '4x' },
      { cpu: 'true' },
      { cpu: '.' },
      { cpu: '2.' },
    ],
    {
      within: '/cpu',
    },
  ),
  badField('integer/other', 'resources', [{ gpu: { count: 'a' } }, { gpu: { name: 'A100', count: '1.0' } }], {
    within: '/gpu/count',
  }),
  badField('integer/other', 'resources', [{ cpu: { min: 'a' } }, { cpu: { min: [], max: 2 } }], {
    within: '/cpu/min',
  }),
  badField('integer/other', 'ports', [[{ local_port: 'a', container_port: 80 }]], {
    within: '/0/local_port',
  }),
  // list/sequence: A field that holds a list takes a YAML sequence and nothing else.
  ...LISTS.map((field) =>
    badField('list/sequence', field, [
      'a',
      80,
      { a: 'b' },
      true,
      '',
      {},
      1.5,
      'a,b',
      '[a]',
      '- a',
      false,
      0,
      'a:/b',
      '80:80',
    ]),
  ),
  badField(
    'list/sequence',
    'commands',
    ['echo hi', 'a\nb\n', { a: 'b' }, 1, '', 'python train.py', true, '[]', {}],
    { image: 'given' },
  ),
  badField(
    'list/sequence',
    'retry',
    [{ on_events: 'error' }, { on_events: { error: true }, duration: '1h' }],
    {
      within: '/on_events',
    },
  ),
];
