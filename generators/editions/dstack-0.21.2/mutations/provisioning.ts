import { oneOf } from '../../../choices/choose.ts';
import { Float } from '../../../../reference/document/float.ts';
import { BACKENDS } from '../fields/pools.ts';
import { text } from '../../../document/node.ts';
import { badField, badItem } from './field.ts';
import type { Mutation } from './mutation.ts';

/** Mutations of backends, spot_policy, max_price, creation_policy and durations. */
export const PROVISIONING_MUTATIONS: readonly Mutation[] = [
  // backends/one-of-23: A backend is one of the release's: amddevcloud, aws, azure, cloudrift, crusoe, cudo,
  //   datacrunch, digitalocean, dstack, gcp, hotaisle, jarvislabs, kubernetes, lambda, nebius, oci, remote, runpod,
  //   slurm, tensordock, vastai, verda, vultr.
  badItem(
    'backends/one-of-23',
    'backends',
    ['AWS', 'local', 'foo', 'tpu', 'aws ', '', 'Hotaisle', 1, true, ' aws', 'amazon', 'aws,gcp', 'k8s'],
    (pen) => text(oneOf(pen.source, BACKENDS)),
  ),
  // spot_policy/values: `spot_policy` is spot, on-demand or auto.
  badField('spot_policy/values', 'spot_policy', [
    'Spot',
    'ondemand',
    'on_demand',
    'spot ',
    '',
    true,
    1,
    ['spot'],
    {},
    'AUTO',
    'auto ',
    'on-demand,spot',
    'on demand',
    'any',
    false,
  ]),
  // creation_policy/values: `creation_policy` is reuse or reuse-or-create.
  badField('creation_policy/values', 'creation_policy', [
    'create',
    'Reuse',
    'reuse_or_create',
    '',
    1,
    true,
    ['reuse'],
    'reuse ',
    'REUSE',
    'create-or-reuse',
    'reuse-or-create-',
    false,
  ]),
  // max_price/positive: A price is above zero.
  badField('max_price/positive', 'max_price', [
    0,
    -1,
    '0',
    new Float(0),
    -0.5,
    false,
    '-1',
    '0.0',
    new Float(-0),
    ' 0 ',
    -0.0000001,
    '-0.5',
  ]),
  // max_price/number: Nothing else is a price.
  badField('max_price/number', 'max_price', [
    'abc',
    '$1',
    '',
    [],
    {},
    '1,5',
    '1 2',
    '1 USD',
    [1],
    '1..5',
    '1.5.0',
    '$',
    '1$',
    'free',
    'off',
    '0x10',
    '1/2',
    'true',
    '--1',
    ' ',
    '.',
  ]),
];

const NO_DURATIONS = [
  '5M',
  '5 M',
  '1.5h',
  '1h30m',
  ' 5m',
  '5m ',
  '-5m',
  '5min',
  'Off',
  'abc',
  '',
  'm',
  '1y',
  '5mm',
  '5\tm',
  '60:30',
  '1e3',
  '5H',
  '5D',
  '5S',
  '5W',
  '5ms',
  '5hours',
  '5 min',
  '0.5h',
  '+5m',
  '5m5',
  '5 m ',
  '5 m h',
  'P1D',
  '5\u00a0m',
  'OFF',
  'off ',
  ' off',
  'on',
  'true',
  'never',
  '300.5',
  '1:00',
  '--5',
  [],
  {},
  ['5m'],
] as const;

const NEGATIVE = [-1, '-1', -5, '-300', -86_400, -1.5, ' -1 ', -Number.MAX_SAFE_INTEGER] as const;

export const DURATION_MUTATIONS: readonly Mutation[] = [
  // duration/format: Any other text or kind is refused.
  badField('duration/format', 'max_duration', NO_DURATIONS),
  badField('duration/format', 'stop_duration', NO_DURATIONS),
  badField('duration/format', 'idle_duration', NO_DURATIONS),
  badField(
    'duration/format',
    'retry',
    [
      { on_events: ['error'], duration: '1.5h' },
      { on_events: ['error'], duration: 'off' },
      { duration: '5 M' },
      { on_events: ['error'], duration: '5M' },
      { on_events: ['error'], duration: [] },
      { on_events: ['error'], duration: '5min' },
      { duration: '', on_events: ['error'] },
      { on_events: ['error'], duration: 'true' },
      { on_events: ['error'], duration: '1h30m' },
    ],
    { within: '/duration' },
  ),
  // duration/not-negative: A negative duration is refused.
  badField('duration/not-negative', 'max_duration', NEGATIVE),
  badField('duration/not-negative', 'stop_duration', NEGATIVE),
  badField(
    'duration/not-negative',
    'retry',
    [{ duration: -1 }, { on_events: ['error'], duration: -300 }, { duration: '-1' }, { duration: -1.5 }],
    { within: '/duration' },
  ),
];

export const RETRY_MUTATIONS: readonly Mutation[] = [
  // retry/events: The events are no-capacity, interruption and error.
  badField(
    'retry/events',
    'retry',
    [
      { on_events: ['Error'] },
      { on_events: ['foo', 'error'] },
      { on_events: ['errors'] },
      { on_events: [''] },
      { on_events: ['error '] },
      { on_events: ['NO-CAPACITY'] },
      { on_events: ['all'] },
      { on_events: [1] },
      { on_events: ['no-capacity,error'] },
    ],
    {
      within: '/on_events/0',
    },
  ),
  badField('retry/events', 'retry', [{ on_events: ['error', 'no_capacity'], duration: '1h' }], {
    within: '/on_events/1',
  }),
  // retry/on_events-empty: `on_events` is not empty.
  badField('retry/on_events-empty', 'retry', [{ on_events: [] }, { on_events: [], duration: '1h' }], {
    within: '/on_events',
  }),
  // retry/kind: `retry` is a boolean or a mapping.
  badField('retry/kind', 'retry', [
    'abc',
    2,
    ['error'],
    'error',
    3.5,
    -1,
    'always',
    ['no-capacity', 'error'],
    '1h',
    '',
    '2',
    new Float(2),
    'on-events',
    'never',
  ]),
  // retry/known-fields: The mapping has no other field.
  badField('retry/known-fields', 'retry', [{ on_events: ['error'], events: ['error'] }, { events: [] }], {
    within: '/events',
  }),
  badField('retry/known-fields', 'retry', [{ limit: 3, duration: '1h' }], { within: '/limit' }),
];
