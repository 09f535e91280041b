import { badField, badPlace } from './field.ts';
import type { Mutation } from './mutation.ts';
import { fieldPlace, onlyItemPlace } from './place.ts';
import type { RequirementId } from '../../../../spec/generated/requirement-ids.ts';
import type { Pool } from '../../../choices/choose.ts';
import type { Literal } from '../../../document/literal.ts';

const LONG_KEY = 'k'.repeat(61);
const LONG_VALUE = 'v'.repeat(257);

/** Mutations of tags, backend_options and utilization_policy. */
export const PROFILE_MUTATIONS: readonly Mutation[] = [
  // tags/mapping: `tags` is a mapping.
  badField('tags/mapping', 'tags', [['a'], 'a', 5, [], true, 'a=b', [{ a: 'b' }]]),
  // tags/key: A key has 1 to 60 letters, digits, dashes and underscores.
  ...['a b', '', 'a.b', LONG_KEY, 'é', 'a:b', ' a', 'a\n\n', 'aws:name'].map((key) =>
    badField('tags/key', 'tags', [{ [key]: 'x' }, { good: 'y', [key]: 'x' }], { within: `/${key}` }),
  ),
  // tags/value: A value has at most 256 letters, digits, spaces and characters of `.:/=_-+@`.
  badTag('tags/value', [
    'x,y',
    'é',
    LONG_VALUE,
    'a\nb',
    'a;b',
    '"a"',
    'a(b)',
    '~',
    'x\n\n',
    '\t',
    'a\\b',
    '#a',
  ]),
  // tags/text: A value is text.
  badTag('tags/text', [1, true, ['b'], {}, 1.5, false, []]),
  // backend_options/type: `type` is vastai.
  badOption(
    'backend_options/type',
    [{ type: 'aws' }, { type: 'VastAI' }, { type: '' }, { type: 1 }, { type: 'vastai ' }],
    '/type',
  ),
  // backend_options/offer_order: `offer_order` is score or price.
  badOption(
    'backend_options/offer_order',
    [
      { type: 'vastai', offer_order: 'cheap' },
      { offer_order: 'Score', type: 'vastai' },
      { offer_order: '' },
      { offer_order: true },
      { offer_order: ['score'] },
      { offer_order: 'dlperf' },
    ],
    '/offer_order',
  ),
  // backend_options/min_reliability: `min_reliability` is the least reliability of an offer, from 0 to 1.
  badOption(
    'backend_options/min_reliability',
    [
      { type: 'vastai', min_reliability: 1.5 },
      { min_reliability: -0.1 },
      { min_reliability: 'high' },
      { min_reliability: 90 },
      { min_reliability: '1.01' },
      { min_reliability: '' },
      { min_reliability: [] },
      { min_reliability: '90%' },
    ],
    '/min_reliability',
  ),
  // backend_options/score-range: `min_score` is 0 or more.
  badOption(
    'backend_options/score-range',
    [{ type: 'vastai', min_score: -1 }, { min_score: '-1' }, { min_score: -300 }],
    '/min_score',
  ),
  // backend_options/once: Each backend has one entry.
  badField('backend_options/once', 'backend_options', [
    [{ type: 'vastai' }, { type: 'vastai' }],
    [{}, {}],
    [{ type: 'vastai', min_score: 1 }, { offer_order: 'price' }],
  ]),
  // backend_options/known-fields: An entry has no other field.
  badOption('backend_options/known-fields', [{ type: 'vastai', price: 1 }, { price: null }], '/price'),
  // backend_options/kind: An item of `backend_options` is a mapping.
  badOption('backend_options/kind', ['vastai', [], 1, true, ['vastai']]),
  // utilization_policy/mapping: `utilization_policy` is a mapping.
  badField('utilization_policy/mapping', 'utilization_policy', [
    10,
    [],
    '10%',
    true,
    '',
    [{ min_gpu_utilization: 1 }],
  ]),
  // utilization_policy/percent: `min_gpu_utilization` is from 0 to 100.
  badField(
    'utilization_policy/percent',
    'utilization_policy',
    [
      { min_gpu_utilization: 101, time_window: '1h' },
      { min_gpu_utilization: -1, time_window: '10m' },
      { time_window: '1h', min_gpu_utilization: '101' },
      { min_gpu_utilization: 1_000, time_window: 600 },
    ],
    { within: '/min_gpu_utilization' },
  ),
  // utilization_policy/shortest-window: `time_window` is at least 5 minutes.
  badWindow('utilization_policy/shortest-window', [299, true, '4m', '299s', 0, -600, '1s', false, 299.9]),
  // utilization_policy/longest-window: `time_window` is at most an hour.
  badWindow('utilization_policy/longest-window', [3_601, '61m', '2h', '1d', '3601', '3601s']),
  // duration/format: Any other text or kind is refused.
  badWindow('duration/format', ['10 min', 'off', '', '10M', [], {}, '1h30m', '0.5h']),
  // utilization_policy/required-fields: `min_gpu_utilization` and `time_window` are required.
  badField('utilization_policy/required-fields', 'utilization_policy', [
    { time_window: '10m' },
    { min_gpu_utilization: 1 },
    {},
  ]),
  // utilization_policy/known-fields: `utilization_policy` has no other field.
  badField(
    'utilization_policy/known-fields',
    'utilization_policy',
    [
      { min_gpu_utilization: 1, time_window: '10m', gpu: 1 },
      { gpu: null, time_window: '10m', min_gpu_utilization: 1 },
    ],
    { within: '/gpu' },
  ),
];

function badTag(requirement: RequirementId, [first, ...rest]: Pool<Literal>): Mutation {
  return badField(requirement, 'tags', [tagged(first), ...rest.map(tagged)], { within: '/a' });
}

function tagged(value: Literal): Literal {
  return { a: value, team: 'vision' };
}

/** Puts one of these as the only entry. */
function badOption(requirement: RequirementId, literals: Pool<Literal>, within = ''): Mutation {
  return badPlace(requirement, onlyItemPlace(fieldPlace('backend_options')), literals, within);
}

function badWindow(requirement: RequirementId, [first, ...rest]: Pool<Literal>): Mutation {
  return badField(requirement, 'utilization_policy', [policy(first), ...rest.map(policy)], {
    within: '/time_window',
  });
}

function policy(window: Literal): Literal {
  return { min_gpu_utilization: 5, time_window: window };
}
