import { oneOf } from '../../../choices/choose.ts';
import { Float } from '../../../../reference/document/float.ts';
import { BACKENDS } from '../../../meaning/pools.ts';
import { text } from '../../../document/node.ts';
import { badField, badItem } from './field.ts';
import type { Mutation } from './mutation.ts';

/** Mutations of backends, spot_policy, max_price, creation_policy and durations. */
export const PROVISIONING_MUTATIONS: readonly Mutation[] = [
  // backends/known: A backend is one of the release's: aws, azure, cudo, datacrunch, dstack, gcp, kubernetes,
  //   lambda, local, remote, nebius, oci, runpod, tensordock, vastai, vultr.
  badItem(
    'backends/known',
    'backends',
    ['AWS', 'foo', 'tpu', 'aws ', '', 'hotaisle', 1, true, ' aws', 'amazon', 'aws,gcp', 'k8s'],
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

/** Wrong values of the other durations, which don't accept the text `off`. */
const NO_SECONDS = [
  'off',
  '5M',
  '1.5h',
  '1h30m',
  '-5m',
  'Off',
  'never',
  '',
  '300.5',
  [],
  '5 M',
  '0.5h',
  'off ',
  'false',
  '-1m',
] as const;

export const DURATION_MUTATIONS: readonly Mutation[] = [
  // duration/format: Any other text or kind is refused.
  badField('duration/format', 'max_duration', NO_DURATIONS),
  badField('duration/format', 'stop_duration', NO_DURATIONS),
  badField('duration/format', 'idle_duration', NO_DURATIONS),
  badField('duration/format', 'termination_idle_time', NO_SECONDS),
  badField(
    'duration/format',
    'retry',
    [
      { on_events: ['error'], duration: '1.5h' },
      { on_events: ['error'], duration: 'off' },
      { on_events: ['error'], duration: '5M' },
      { on_events: ['error'], duration: [] },
      { on_events: ['error'], duration: '5min' },
      { duration: '', on_events: ['error'] },
      { on_events: ['error'], duration: 'true' },
      { on_events: ['error'], duration: '1h30m' },
    ],
    { within: '/duration' },
  ),
  // termination_policy/values: `termination_policy` is dont-destroy or destroy-after-idle.
  badField('termination_policy/values', 'termination_policy', [
    'destroy',
    'Destroy',
    'dont_destroy',
    'dont-destroy ',
    'DONT-DESTROY',
    'destroy-after-idle ',
    'destroy_after_idle',
    false,
    '',
    true,
    1,
    ['dont-destroy'],
  ]),
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
  // retry/on_events-required: `on_events` is required in the mapping.
  badField('retry/on_events-required', 'retry', [{ duration: '1h' }, {}, { duration: null }]),
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
];
