import type { NormalForm, NormalResources } from '../../../spec/generated/normal-form.ts';
import { PYDANTIC_1 } from '../../coercion/pydantic-1/pydantic-1.ts';
import { oneOf } from '../../fields/choice.ts';
import { readDurationOrOff } from '../../values/duration.ts';
import { envReader } from '../../values/env.ts';
import { IDLE_FIELDS, type IdleFields } from './idle-duration.ts';
import { listOf } from '../../fields/list.ts';
import { byDefault, field, optional, required, tableOf, type Field } from '../../fields/mapping.ts';
import { readMaxPrice } from '../../values/max-price.ts';
import { nodesReader } from '../../values/nodes.ts';
import { portReader } from '../../values/port.ts';
import { readPythonVersion } from '../../values/python-version.ts';
import { registryAuthReader } from '../../values/registry-auth.ts';
import { readResources, RESOURCES } from './resources.ts';
import { retryReader } from '../../values/retry.ts';
import { runNameReader } from '../../values/run-name.ts';
import { userReader } from '../../values/user.ts';
import { volumeReader } from '../../values/volume.ts';
import { workingDirReader } from '../../values/working-dir.ts';

/** A task as its fields are read: the normal form, before the deprecated fields are folded. */
export type TaskFields = Omit<NormalForm, 'idle_duration'> & IdleFields;

const BACKENDS = [
  'aws',
  'azure',
  'cudo',
  'datacrunch',
  'dstack',
  'gcp',
  'kubernetes',
  'lambda',
  'local',
  'nebius',
  'oci',
  'remote',
  'runpod',
  'tensordock',
  'vastai',
  'vultr',
] as const;

/** Fields that the release still reads and the page no longer lists: out of scope. */
const LEGACY = ['home_dir', 'setup', 'pool_name', 'instance_name', 'retry_policy'] as const;

const RESOURCES_FIELD: Field<NormalResources> = {
  ...field(readResources, 'resources/mapping', byDefault(RESOURCES.defaults, 'resources/mapping')),
  table: RESOURCES,
};

const { text, boolean } = PYDANTIC_1;

const textList = listOf(text);

/**
 * The page's root table, in the order of the normal form. A line says how a given value is read, which requirement
 * gives it meaning, and what leaving it out means: `optional` takes `null` for that too, `byDefault` refuses it.
 */
export const TASK = tableOf<TaskFields>(
  {
    type: field(oneOf(['task'], 'type/task'), 'type/task', required('type/task')),
    name: field(runNameReader(PYDANTIC_1), 'name/given', optional(null, 'name/default')),
    nodes: field(nodesReader(PYDANTIC_1), 'nodes/number', byDefault(1, 'nodes/default')),
    image: field(text, 'image/given', optional(null, 'image/default')),
    user: field(userReader(PYDANTIC_1), 'user/given', optional(null, 'user/default')),
    privileged: field(boolean, 'privileged/given', byDefault(false, 'privileged/default')),
    entrypoint: field(text, 'entrypoint/given', optional(null, 'entrypoint/default')),
    working_dir: field(
      workingDirReader(PYDANTIC_1),
      'working_dir/given',
      optional('.', 'working_dir/default'),
    ),
    registry_auth: field(
      registryAuthReader(PYDANTIC_1),
      'registry_auth/given',
      optional(null, 'registry_auth/default'),
    ),
    python: field(readPythonVersion, 'python/given', optional(null, 'python/default')),
    nvcc: field(boolean, 'nvcc/given', optional(false, 'nvcc/default')),
    single_branch: field(boolean, 'single_branch/given', optional(true, 'single_branch/default')),
    env: field(envReader(PYDANTIC_1), 'env/mapping-or-list', byDefault([], 'env/default')),
    resources: RESOURCES_FIELD,
    volumes: field(listOf(volumeReader(PYDANTIC_1)), 'volumes/list', byDefault([], 'volumes/default')),
    ports: field(listOf(portReader(PYDANTIC_1)), 'ports/list', byDefault([], 'ports/default')),
    commands: field(textList, 'commands/list', byDefault([], 'commands/default')),
    backends: field(
      listOf(oneOf(BACKENDS, 'backends/known')),
      'backends/list',
      optional(null, 'backends/default'),
    ),
    regions: field(textList, 'regions/list', optional(null, 'regions/default')),
    availability_zones: field(
      textList,
      'availability_zones/list',
      optional(null, 'availability_zones/default'),
    ),
    instance_types: field(textList, 'instance_types/list', optional(null, 'instance_types/default')),
    reservation: field(text, 'reservation/given', optional(null, 'reservation/default')),
    spot_policy: field(
      oneOf(['spot', 'on-demand', 'auto'], 'spot_policy/values'),
      'spot_policy/values',
      optional('on-demand', 'spot_policy/default'),
    ),
    retry: field(retryReader(PYDANTIC_1), 'retry/default', optional(false, 'retry/default')),
    max_duration: field(
      readDurationOrOff,
      'max_duration/given',
      optional('off', 'max_duration/default', 'duration/true'),
    ),
    stop_duration: field(
      readDurationOrOff,
      'stop_duration/given',
      optional('5m', 'stop_duration/default', 'duration/true'),
    ),
    max_price: field(readMaxPrice, 'max_price/given', optional(null, 'max_price/default')),
    creation_policy: field(
      oneOf(['reuse', 'reuse-or-create'], 'creation_policy/values'),
      'creation_policy/values',
      optional('reuse-or-create', 'creation_policy/default'),
    ),
    ...IDLE_FIELDS,
  },
  { kind: 'document/mapping', unknown: 'document/known-fields', legacy: LEGACY },
  (defaults) => ({ ...defaults }),
);
