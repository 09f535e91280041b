import type { RequirementId } from '../../../../spec/generated/requirement-ids.ts';
import { oneOf } from '../../../choices/choose.ts';
import { drawNodes, drawSignedCount } from '../../../meaning/count.ts';
import { drawDuration } from '../../../meaning/duration.ts';
import * as pools from '../../../meaning/pools.ts';
import { drawPort } from '../../../meaning/port.ts';
import { drawPrice } from '../../../meaning/price.ts';
import { drawPythonVersion } from '../../../meaning/python-version.ts';
import { drawRegistryAuth } from '../../../meaning/registry-auth.ts';
import { drawRetry } from '../../../meaning/retry.ts';
import { drawText } from '../../../meaning/text.ts';
import { drawVolume } from '../../../meaning/volume.ts';
import type { Mutation } from '../mutations/mutation.ts';
import { entryPlace, fieldPlace, itemPlace, onlyItemPlace } from '../mutations/place.ts';
import { integer, list, text, type Node } from '../../../document/node.ts';
import type { Pen } from '../../../choices/pen.ts';
import { spellBoolean } from '../../../spelling/boolean.ts';
import { spellDuration } from '../../../spelling/duration.ts';
import { spellInteger } from '../../../spelling/integer.ts';
import { spellPort } from '../../../spelling/port.ts';
import { spellPrice } from '../../../spelling/price.ts';
import { spellPythonVersion } from '../../../spelling/python-version.ts';
import { spellRegistryAuth } from '../../../spelling/registry-auth.ts';
import { spellRetry } from '../../../spelling/retry.ts';
import { spellText } from '../../../spelling/text.ts';
import { spellVolume } from '../../../spelling/volume.ts';
import { wrongKinds, type Kinds } from './wrong-kind.ts';

/** A place for a scalar refuses lists and mappings, whether they are empty or hold the right value. */
export function noScalar(requirement: RequirementId): Kinds['wrong'] {
  return {
    list: requirement,
    'empty-list': requirement,
    mapping: requirement,
    'empty-mapping': requirement,
  };
}

/** A place for certain texts refuses all other kinds of values. */
export function onlyWords(requirement: RequirementId): Kinds['wrong'] {
  return { ...noScalar(requirement), integer: requirement, float: requirement, boolean: requirement };
}

export const NULL_REFUSED: Kinds['wrong'] = { null: 'null/refused' };

const SWITCH: Kinds['wrong'] = {
  // boolean/other: Nothing else is a boolean.
  ...noScalar('boolean/other'),
  integer: 'boolean/other',
  float: 'boolean/other',
};

/** list/sequence: A field that holds a list takes a YAML sequence and nothing else. */
const SEQUENCE: Kinds['wrong'] = {
  item: 'list/sequence',
  mapping: 'list/sequence',
  'empty-mapping': 'list/sequence',
  integer: 'list/sequence',
  float: 'list/sequence',
  boolean: 'list/sequence',
  text: 'list/sequence',
};

const TEXT: Kinds['wrong'] = noScalar('text/scalar-only');

const TEXT_NOT_NULL: Kinds['wrong'] = { ...TEXT, ...NULL_REFUSED };

const VOLUME = itemPlace('volumes', volume);

const PORT = itemPlace('ports', port);

const RETRY = fieldPlace('retry');

const REGISTRY_AUTH = fieldPlace('registry_auth');

const ON_EVENTS = entryPlace(RETRY, 'on_events');

const NETWORK = { name: text('a'), path: text('/b') };

const INSTANCE = { instance_path: text('/a'), path: text('/b') };

const POSITIONS: readonly Kinds[] = [
  // type/task: `type` is `task`.
  at('type', () => text('task'), { ...onlyWords('type/task'), ...NULL_REFUSED }),
  ...['image', 'entrypoint', 'reservation', 'user', 'name', 'working_dir'].map((field) =>
    at(field, someText, TEXT),
  ),
  at('privileged', someSwitch, { ...SWITCH, ...NULL_REFUSED }),
  at('nvcc', someSwitch, SWITCH),
  at('single_branch', someSwitch, SWITCH),
  // integer/other: Nothing else is an integer.
  at('nodes', (pen) => spellInteger(drawNodes(pen), pen), { ...noScalar('integer/other'), ...NULL_REFUSED }),
  // python/versions: The versions are 3.8 to 3.13.
  at('python', (pen) => spellPythonVersion(drawPythonVersion(pen), pen), onlyWords('python/versions')),
  // max_price/number: Nothing else is a price.
  at('max_price', (pen) => spellPrice(drawPrice(pen), pen), noScalar('max_price/number')),
  // spot_policy/values: `spot_policy` is spot, on-demand or auto.
  at('spot_policy', () => text('spot'), onlyWords('spot_policy/values')),
  // creation_policy/values: `creation_policy` is reuse or reuse-or-create.
  at('creation_policy', () => text('reuse'), onlyWords('creation_policy/values')),
  // termination_policy/values: `termination_policy` is dont-destroy or destroy-after-idle.
  at('termination_policy', () => text('dont-destroy'), onlyWords('termination_policy/values')),
  // duration/format: Any other text or kind is refused.
  ...['max_duration', 'stop_duration', 'idle_duration', 'termination_idle_time'].map((field) =>
    at(field, duration, noScalar('duration/format')),
  ),
  ...['regions', 'availability_zones', 'instance_types'].map((field) => at(field, someText, SEQUENCE)),
  ...['regions', 'availability_zones', 'instance_types', 'commands'].map((field) => ({
    place: itemPlace(field, someText),
    right: someText,
    wrong: TEXT_NOT_NULL,
  })),
  {
    place: fieldPlace('commands', 'given'),
    right: someText,
    wrong: { ...SEQUENCE, ...NULL_REFUSED },
  },
  at('backends', backend, SEQUENCE),
  // backends/known: A backend is one of the release's: aws, azure, cudo, datacrunch, dstack, gcp, kubernetes,
  //   lambda, local, remote, nebius, oci, runpod, tensordock, vastai, vultr.
  {
    place: itemPlace('backends', backend),
    right: backend,
    wrong: { ...onlyWords('backends/known'), ...NULL_REFUSED },
  },
  at('ports', port, { ...SEQUENCE, ...NULL_REFUSED }),
  // ports/format: Any other text is refused.
  { place: PORT, right: port, isMapping: true, wrong: { list: 'ports/format', ...NULL_REFUSED } },
  {
    place: entryPlace(PORT, 'local_port', { container_port: integer(80) }),
    right: count,
    wrong: noScalar('integer/other'),
  },
  {
    place: entryPlace(PORT, 'container_port'),
    right: count,
    wrong: { ...noScalar('integer/other'), ...NULL_REFUSED },
  },
  at('volumes', volume, { ...SEQUENCE, ...NULL_REFUSED }),
  // volumes/short-format: The short syntax has one colon between source and destination.
  {
    place: VOLUME,
    right: volume,
    isMapping: true,
    wrong: {
      list: 'volumes/short-format',
      integer: 'volumes/short-format',
      float: 'volumes/short-format',
      boolean: 'volumes/short-format',
      ...NULL_REFUSED,
    },
  },
  { place: entryPlace(VOLUME, 'path', { name: NETWORK.name }), right: path, wrong: TEXT_NOT_NULL },
  {
    place: entryPlace(VOLUME, 'path', { instance_path: INSTANCE.instance_path }),
    right: path,
    wrong: TEXT_NOT_NULL,
  },
  {
    place: entryPlace(VOLUME, 'instance_path', { path: INSTANCE.path }),
    right: path,
    wrong: TEXT_NOT_NULL,
  },
  // text/scalar-only: A list or a mapping is refused where text is expected.
  {
    place: entryPlace(VOLUME, 'name', { path: NETWORK.path }),
    right: someText,
    wrong: { mapping: 'text/scalar-only', 'empty-mapping': 'text/scalar-only', ...NULL_REFUSED },
  },
  {
    place: onlyItemPlace(entryPlace(VOLUME, 'name', { path: NETWORK.path })),
    right: someText,
    wrong: TEXT_NOT_NULL,
  },
  {
    place: entryPlace(VOLUME, 'optional', INSTANCE),
    right: someSwitch,
    wrong: { ...SWITCH, ...NULL_REFUSED },
  },
  // registry_auth/mapping: `registry_auth` is a mapping.
  {
    place: REGISTRY_AUTH,
    right: (pen) => spellRegistryAuth(drawRegistryAuth(pen), pen),
    isMapping: true,
    wrong: mappingOnly('registry_auth/mapping'),
  },
  {
    place: entryPlace(REGISTRY_AUTH, 'username', { password: text('b') }),
    right: someText,
    wrong: TEXT_NOT_NULL,
  },
  {
    place: entryPlace(REGISTRY_AUTH, 'password', { username: text('a') }),
    right: someText,
    wrong: TEXT_NOT_NULL,
  },
  // retry/kind: `retry` is a boolean or a mapping.
  {
    place: RETRY,
    right: (pen) => spellRetry(drawRetry(pen), pen),
    isMapping: true,
    wrong: { list: 'retry/kind', integer: 'retry/kind', float: 'retry/kind' },
  },
  { place: ON_EVENTS, right: event, wrong: { ...SEQUENCE, ...NULL_REFUSED } },
  // retry/events: The events are no-capacity, interruption and error.
  {
    place: onlyItemPlace(ON_EVENTS),
    right: event,
    wrong: { ...onlyWords('retry/events'), ...NULL_REFUSED },
  },
  {
    place: entryPlace(RETRY, 'duration', { on_events: list([text('error')]) }),
    right: duration,
    wrong: noScalar('duration/format'),
  },
  // env/mapping-or-list: Nothing else is accepted as `env`.
  at('env', variable, {
    ...scalarsBreak('env/mapping-or-list'),
    item: 'env/mapping-or-list',
    ...NULL_REFUSED,
  }),
  { place: onlyItemPlace(fieldPlace('env')), right: variable, wrong: TEXT_NOT_NULL },
];

/** The wrong kinds at every position outside `resources`. */
export const WRONG_KINDS: readonly Mutation[] = POSITIONS.flatMap(wrongKinds);

/** A place for a mapping refuses scalars and lists, except for lists of pairs. */
export function mappingOnly(requirement: RequirementId): Kinds['wrong'] {
  return { ...scalarsBreak(requirement), list: requirement };
}

function scalarsBreak(requirement: RequirementId): Kinds['wrong'] {
  return { integer: requirement, float: requirement, boolean: requirement, text: requirement };
}

function at(field: string, right: Kinds['right'], wrong: Kinds['wrong']): Kinds {
  return { place: fieldPlace(field), right, wrong };
}

function someText(pen: Pen): Node {
  return spellText(drawText(pen, pools.REGIONS), pen);
}

function someSwitch(pen: Pen): Node {
  return spellBoolean(pen.source.below(2) === 0, pen);
}

function count(pen: Pen): Node {
  return spellInteger(drawSignedCount(pen), pen);
}

function duration(pen: Pen): Node {
  return spellDuration(drawDuration(pen), pen);
}

function backend(pen: Pen): Node {
  return text(oneOf(pen.source, pools.BACKENDS));
}

function port(pen: Pen): Node {
  return spellPort(drawPort(pen), pen);
}

function volume(pen: Pen): Node {
  return spellVolume(drawVolume(pen), pen);
}

function path(): Node {
  return text('/data');
}

function event(pen: Pen): Node {
  return text(oneOf(pen.source, ['error', 'no-capacity', 'interruption']));
}

function variable(pen: Pen): Node {
  return text(`A=${oneOf(pen.source, pools.VARIABLE_VALUES)}`);
}
