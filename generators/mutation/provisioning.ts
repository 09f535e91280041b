import { oneOf } from '../choose.ts';
import { Float } from '../../reference/float.ts';
import { BACKENDS } from '../meaning/pools.ts';
import { text } from '../node.ts';
import { badField, badItem } from './field.ts';
import type { Mutation } from './mutation.ts';

/** backends, spot_policy, max_price, creation_policy, and durations. */
export const PROVISIONING_MUTATIONS: readonly Mutation[] = [
  badItem('backends/known', 'backends', ['AWS', 'foo', 'tpu', 'aws ', '', 'hotaisle', 1, true], (pen) =>
    text(oneOf(pen.source, BACKENDS)),
  ),
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
  ]),
  badField('creation_policy/values', 'creation_policy', [
    'create',
    'Reuse',
    'reuse_or_create',
    '',
    1,
    true,
    ['reuse'],
  ]),
  badField('max_price/positive', 'max_price', [0, -1, '0', new Float(0), -0.5, false, '-1', '0.0']),
  badField('max_price/number', 'max_price', ['abc', '$1', '', [], {}, '1,5', '1 2', '1 USD', [1]]),
];

const NO_DURATIONS = [
  '5M',
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
  [],
  {},
  ['5m'],
] as const;

/** The other durations know no text `off`. */
const NO_SECONDS = ['off', '5M', '1.5h', '1h30m', '-5m', 'Off', 'never', '', '300.5', []] as const;

export const DURATION_MUTATIONS: readonly Mutation[] = [
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
    ],
    { within: '/duration' },
  ),
  badField('termination_policy/values', 'termination_policy', [
    'destroy',
    'Destroy',
    'dont_destroy',
    'dont-destroy ',
    '',
    true,
    1,
    ['dont-destroy'],
  ]),
];

export const RETRY_MUTATIONS: readonly Mutation[] = [
  badField(
    'retry/events',
    'retry',
    [{ on_events: ['Error'] }, { on_events: ['foo', 'error'] }, { on_events: ['errors'] }],
    {
      within: '/on_events/0',
    },
  ),
  badField('retry/events', 'retry', [{ on_events: ['error', 'no_capacity'], duration: '1h' }], {
    within: '/on_events/1',
  }),
  badField('retry/on_events-required', 'retry', [{ duration: '1h' }, {}, { duration: null }]),
  badField('retry/on_events-empty', 'retry', [{ on_events: [] }, { on_events: [], duration: '1h' }], {
    within: '/on_events',
  }),
  badField('retry/known-fields', 'retry', [{ on_events: ['error'], foo: 1 }], { within: '/foo' }),
  badField('retry/known-fields', 'retry', [{ on_events: ['error'], limit: 3, duration: '1h' }], {
    within: '/limit',
  }),
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
  ]),
];
