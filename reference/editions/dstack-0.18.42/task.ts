import type { NormalForm, NormalResources } from '../../../spec/generated/normal-form.ts';
import { readBoolean } from '../../coercion/pydantic-1/boolean.ts';
import { oneOf } from '../../fields/choice.ts';
import { readDurationOrOff } from '../../values/duration.ts';
import { readEnv } from '../../values/env.ts';
import { IDLE_FIELDS, type IdleFields } from './idle-duration.ts';
import { listOf } from '../../fields/list.ts';
import { byDefault, field, optional, required, tableOf, type Field } from '../../fields/mapping.ts';
import { readMaxPrice } from '../../values/max-price.ts';
import { readNodes } from '../../values/nodes.ts';
import { readPort } from '../../values/port.ts';
import { readPythonVersion } from '../../values/python-version.ts';
import { readRegistryAuth } from '../../values/registry-auth.ts';
import { readResources, RESOURCES } from './resources.ts';
import { readRetry } from '../../values/retry.ts';
import { readRunName } from '../../values/run-name.ts';
import { readText } from '../../coercion/pydantic-1/text.ts';
import { readUser } from '../../values/user.ts';
import { readVolume } from '../../values/volume.ts';
import { readWorkingDir } from '../../values/working-dir.ts';

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

const RESOURCES_FIELD: Field<NormalResources> = {
  ...field(readResources, 'resources/mapping', byDefault(RESOURCES.defaults, 'resources/mapping')),
  table: RESOURCES,
};

const textList = listOf(readText);

/**
 * The page's root table, in the order of the normal form. A line says how a given value is read, which requirement
 * gives it meaning, and what leaving it out means: `optional` takes `null` for that too, `byDefault` refuses it.
 */
export const TASK = tableOf<TaskFields>(
  {
    type: field(oneOf(['task'], 'type/task'), 'type/task', required('type/task')),
    name: field(readRunName, 'name/given', optional(null, 'name/default')),
    nodes: field(readNodes, 'nodes/number', byDefault(1, 'nodes/default')),
    image: field(readText, 'image/given', optional(null, 'image/default')),
    user: field(readUser, 'user/given', optional(null, 'user/default')),
    privileged: field(readBoolean, 'privileged/given', byDefault(false, 'privileged/default')),
    entrypoint: field(readText, 'entrypoint/given', optional(null, 'entrypoint/default')),
    working_dir: field(readWorkingDir, 'working_dir/given', optional('.', 'working_dir/default')),
    registry_auth: field(readRegistryAuth, 'registry_auth/given', optional(null, 'registry_auth/default')),
    python: field(readPythonVersion, 'python/given', optional(null, 'python/default')),
    nvcc: field(readBoolean, 'nvcc/given', optional(false, 'nvcc/default')),
    single_branch: field(readBoolean, 'single_branch/given', optional(true, 'single_branch/default')),
    env: field(readEnv, 'env/mapping-or-list', byDefault([], 'env/default')),
    resources: RESOURCES_FIELD,
    volumes: field(listOf(readVolume), 'volumes/list', byDefault([], 'volumes/default')),
    ports: field(listOf(readPort), 'ports/list', byDefault([], 'ports/default')),
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
    reservation: field(readText, 'reservation/given', optional(null, 'reservation/default')),
    spot_policy: field(
      oneOf(['spot', 'on-demand', 'auto'], 'spot_policy/values'),
      'spot_policy/values',
      optional('on-demand', 'spot_policy/default'),
    ),
    retry: field(readRetry, 'retry/default', optional(false, 'retry/default')),
    max_duration: field(readDurationOrOff, 'max_duration/given', optional('off', 'max_duration/default')),
    stop_duration: field(readDurationOrOff, 'stop_duration/given', optional('5m', 'stop_duration/default')),
    max_price: field(readMaxPrice, 'max_price/given', optional(null, 'max_price/default')),
    creation_policy: field(
      oneOf(['reuse', 'reuse-or-create'], 'creation_policy/values'),
      'creation_policy/values',
      optional('reuse-or-create', 'creation_policy/default'),
    ),
    ...IDLE_FIELDS,
  },
  { kind: 'document/mapping', unknown: 'document/known-fields' },
  (defaults) => ({ ...defaults }),
);
