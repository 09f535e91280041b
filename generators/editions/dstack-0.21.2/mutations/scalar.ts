import { Float } from '../../../../reference/document/float.ts';
import { badField } from './field.ts';
import type { Mutation } from './mutation.ts';

const SWITCHES = ['privileged', 'nvcc', 'single_branch', 'docker', 'dstack'] as const;

const LISTS = [
  'regions',
  'availability_zones',
  'instance_types',
  'backends',
  'ports',
  'volumes',
  'repos',
  'files',
  'fleets',
  'instances',
  'backend_options',
  'groups',
] as const;

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
    '2.5',
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
    '2.0.0',
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
  badField('integer/other', 'priority', ['high', '', [], {}, '0x10', '5%', 'true', '1e1']),
  badField(
    'integer/other',
    'resources',
    [
      { cpu: { count: 'abc' } },
      { cpu: { count: '' } },
      { cpu: { count: '2-8' } },
      { cpu: { count: '>=2' } },
      { cpu: { count: '2+' } },
      { cpu: { count: '4x' } },
      { cpu: { count: 'true' } },
      { cpu: { count: '.' } },
    ],
    {
      within: '/cpu/count',
    },
  ),
  badField('integer/other', 'resources', [{ gpu: { count: 'a' } }, { gpu: { name: 'A100', count: '1.5' } }], {
    within: '/gpu/count',
  }),
  badField('integer/other', 'resources', [{ cpu: { min: 'a' } }, { cpu: { min: [], max: 2 } }], {
    within: '/cpu/min',
  }),
  badField(
    'integer/other',
    'groups',
    [[{ nodes: 'two', commands: ['a'] }], [{ nodes: [], commands: ['a'] }]],
    {
      within: '/0/nodes',
    },
  ),
  // integer/no-fraction: A float with a fraction is refused where an integer is expected.
  badField('integer/no-fraction', 'nodes', [1.5, 0.5, 2.75, -1.5, 1e-7, 1_048_576.5]),
  badField('integer/no-fraction', 'priority', [2.5, 0.5, 99.9]),
  badField(
    'integer/no-fraction',
    'resources',
    [{ gpu: { count: 1.5 } }, { gpu: { name: 'A100', count: 0.5 } }],
    {
      within: '/gpu/count',
    },
  ),
  badField(
    'integer/no-fraction',
    'resources',
    [{ cpu: { count: 2.5 } }, { cpu: { arch: 'x86', count: 1.5 } }],
    {
      within: '/cpu/count',
    },
  ),
  badField('integer/no-fraction', 'resources', [{ cpu: { min: 2.5 } }, { cpu: { max: 8, min: 0.5 } }], {
    within: '/cpu/min',
  }),
  badField('integer/no-fraction', 'ports', [[{ container_port: 80.5 }]], { within: '/0/container_port' }),
  badField('integer/no-fraction', 'groups', [[{ nodes: 1.5, commands: ['a'] }]], { within: '/0/nodes' }),
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
  badField('list/sequence', 'groups', [[{ commands: 'echo hi' }], [{ commands: { a: 'b' } }]], {
    within: '/0/commands',
  }),
  badField(
    'list/sequence',
    'groups',
    [[{ ports: 80, commands: ['a'] }], [{ commands: ['a'], ports: '80:80' }]],
    {
      within: '/0/ports',
    },
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
