import type { Pool } from '../../../choices/choose.ts';
import type { RequirementId } from '../../../../spec/generated/requirement-ids.ts';
import { BACKENDS } from '../../../meaning/pools.ts';
import { EVENTS } from '../../../meaning/retry.ts';
import type { Mutation } from '../mutations/mutation.ts';
import { entryPlace, fieldPlace, itemPlace, onlyItemPlace, type Place } from '../mutations/place.ts';
import { text } from '../../../document/node.ts';
import { booleanFault, wordFault } from '../../../misspelling/scalar.ts';
import { nearMiss, type Candidate } from './near-miss.ts';
import {
  after,
  cutOff,
  exchanged,
  followedBy,
  inTitleCase,
  inUpperCase,
  LENIENT,
  trapped,
  type Trap,
} from './trap.ts';
import { oneOf } from '../../../choices/choose.ts';

/** Similar words with a meaning in other fields, later releases, other tools, or for people. */
const FOREIGN = {
  types: ['service', 'dev-environment', 'fleet', 'gateway', 'volume', 'job', 'tasks', 'Task', 'training'],
  backends: [
    'hotaisle',
    'cloudrift',
    'verda',
    'crusoe',
    'jarvislabs',
    'slurm',
    'digitalocean',
    'amddevcloud',
    'google',
    'amazon',
    'ec2',
    'gce',
    'k8s',
    'vast',
    'vast.ai',
    'lambdalabs',
    'tpu',
    'ssh',
    '*',
    'nvidia',
  ],
  spots: [
    'preemptible',
    'ondemand',
    'on-demand-only',
    'any',
    'default',
    'reuse',
    'spot,on-demand',
    'always',
    'on',
  ],
  creations: ['create', 'reuse-only', 'create-or-reuse', 'any', 'auto', 'always', 'on-demand', 'never', 'or'],
  terminations: [
    'destroy',
    'never',
    'dont',
    'destroy-idle',
    'after-idle',
    'terminate',
    'off',
    'dont-destroy-after-idle',
  ],
  events: [
    'capacity',
    'interrupted',
    'preemption',
    'all',
    'any',
    'errors',
    'timeout',
    'failure',
    'on-failure',
    '*',
  ],
  pythons: [
    '3.7',
    '3.14',
    '3',
    '2.7',
    'latest',
    'python3.11',
    'py311',
    '3.x',
    '>=3.10',
    '3.15',
    '3.1',
    '3.110',
  ],
  booleans: [
    'enabled',
    'none',
    'null',
    'ok',
    'ja',
    'oui',
    'yep',
    'nope',
    'tr',
    'fal',
    '2',
    '00',
    '01',
    '-1',
    '1.0',
    '10',
  ],
} as const;

const PYTHONS = ['3.11', '3.10', '3.8', '3.9', '3.12', '3.13'] as const;

const BOOLEANS = [
  'true',
  'false',
  'yes',
  'no',
  'on',
  'off',
  't',
  'f',
  'y',
  'n',
  '1',
  '0',
  'TRUE',
  'Yes',
] as const;

const LETTERS = ['s', '-', '_', ' ', 'a', 'e', ',', '1', '0', 't'] as const;

/** Traps for comparisons that ignore case, trim, compare only a beginning or a part, or accept other separators. */
const WORD_TRAPS: Pool<Trap> = [
  inTitleCase,
  inUpperCase,
  followedBy('\n'),
  exchanged(/[-.]/, '_'),
  cutOff,
  followedBy('s'),
  exchanged(/[-.]/, ' '),
  exchanged(/[-.]/, ''),
  exchanged(/s/i, '\u017f'),
  (valid) => valid.slice(1),
  (valid) => `${valid},${valid}`,
  ...LENIENT,
];

const VERSION_TRAPS: Pool<Trap> = [
  followedBy('.1'),
  followedBy('.0'),
  followedBy(' '),
  after(' '),
  followedBy('\n'),
  after('python'),
  after('v'),
  exchanged(/\./, ''),
  exchanged(/\./, ','),
  exchanged(/\..*/, ''),
  followedBy('0'),
  exchanged(/\./, '.0'),
];

const ON_EVENTS = onlyItemPlace(entryPlace(fieldPlace('retry'), 'on_events'));

const OPTIONAL = entryPlace(
  itemPlace('volumes', () => text('a:/b')),
  'optional',
  { instance_path: text('/a'), path: text('/b') },
);

/** Near-misses of fields that accept one of a few words. */
export const WORD_NEAR_MISSES: readonly Mutation[] = [
  // type/task: `type` is `task`.
  wordMiss('type/task', fieldPlace('type'), ['task'], FOREIGN.types),
  // backends/known: A backend is one of the release's: aws, azure, cudo, datacrunch, dstack, gcp, kubernetes,
  //   lambda, local, remote, nebius, oci, runpod, tensordock, vastai, vultr.
  wordMiss(
    'backends/known',
    itemPlace('backends', () => text('aws')),
    BACKENDS,
    FOREIGN.backends,
  ),
  // spot_policy/values: `spot_policy` is spot, on-demand or auto.
  wordMiss(
    'spot_policy/values',
    fieldPlace('spot_policy'),
    ['on-demand', 'spot', 'on-demand', 'auto'],
    FOREIGN.spots,
  ),
  // creation_policy/values: `creation_policy` is reuse or reuse-or-create.
  wordMiss(
    'creation_policy/values',
    fieldPlace('creation_policy'),
    ['reuse', 'reuse-or-create'],
    FOREIGN.creations,
  ),
  // termination_policy/values: `termination_policy` is dont-destroy or destroy-after-idle.
  wordMiss(
    'termination_policy/values',
    fieldPlace('termination_policy'),
    ['dont-destroy', 'destroy-after-idle'],
    FOREIGN.terminations,
  ),
  // retry/events: The events are no-capacity, interruption and error.
  wordMiss('retry/events', ON_EVENTS, EVENTS, FOREIGN.events),
  // python/versions: The versions are 3.8 to 3.13.
  wordMiss('python/versions', fieldPlace('python'), PYTHONS, FOREIGN.pythons, VERSION_TRAPS),
  // boolean/other: Nothing else is a boolean.
  ...['privileged', 'nvcc', 'single_branch'].map((field) => booleanMiss('boolean/other', fieldPlace(field))),
  booleanMiss('boolean/other', OPTIONAL),
  // retry/kind: `retry` is a boolean or a mapping.
  booleanMiss('retry/kind', fieldPlace('retry')),
];

function wordMiss(
  requirement: RequirementId,
  place: Place,
  words: Pool<string>,
  foreign: Pool<string>,
  traps = WORD_TRAPS,
): Mutation {
  return nearMiss({
    requirement,
    place,
    grammar: wordFault(words, requirement),
    candidate: wordOrForeign(words, foreign, traps),
    seeds: foreign,
  });
}

/** Near-misses of a switch. The empty text is out of scope where a mapping may stand, so only seeds decide about it. */
function booleanMiss(requirement: RequirementId, place: Place): Mutation {
  const grammar = booleanFault(requirement);
  return nearMiss({
    requirement,
    place,
    grammar: (word) => (word === '' ? undefined : grammar(word)),
    candidate: wordOrForeign(BOOLEANS, FOREIGN.booleans, WORD_TRAPS),
    seeds: FOREIGN.booleans,
  });
}

function wordOrForeign(words: Pool<string>, foreign: Pool<string>, traps: Pool<Trap>): Candidate {
  const trap = trapped(({ source }) => oneOf(source, words), traps, LETTERS);
  return (pen) => (pen.source.below(4) === 3 ? oneOf(pen.source, foreign) : trap(pen));
}
