import type {
  NormalForm,
  NormalResources,
} from '../../../spec/generated/editions/dstack-0.18.42/normal-form.ts';
import { PYDANTIC_1 } from '../../coercion/pydantic-1/pydantic-1.ts';
import { oneOf } from '../../fields/choice.ts';
import { readDurationOrOff } from '../../values/duration.ts';
import { envReader } from '../../values/env.ts';
import { IDLE_FIELDS, type IdleFields } from './idle-duration.ts';
import { listOf } from '../../fields/list.ts';
import { byDefault, field, optional, required, tableOf, type Field } from '../../fields/mapping.ts';
import { readMaxPrice } from '../../values/max-price.ts';
import { nodesReader } from '../../values/nodes.ts';
import { PORT_RULES } from './port.ts';
import { portReader } from '../../values/port.ts';
import { pythonVersionReader } from '../../values/python-version.ts';
import { registryAuthReader } from '../../values/registry-auth.ts';
import { readResources, RESOURCES } from './resources.ts';
import { RETRY_RULES } from './retry.ts';
import { retryReader } from '../../values/retry.ts';
import { runNameReader } from '../../values/run-name.ts';
import { userReader } from '../../values/user.ts';
import { VOLUME_RULES } from './volume.ts';
import { volumeReader } from '../../values/volume.ts';
import { workingDirReader } from '../../values/working-dir.ts';

/** The fields of a task after reading: the normal form before the deprecated fields are folded. */
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

const PYTHON_VERSIONS = ['3.8', '3.9', '3.10', '3.11', '3.12', '3.13'] as const;

/** Fields that the release still reads and the page no longer lists: out of scope. */
const LEGACY = ['home_dir', 'setup', 'pool_name', 'instance_name', 'retry_policy'] as const;

const RESOURCES_FIELD: Field<NormalResources> = {
  // resources/mapping: `resources` is a mapping of requirements.
  ...field(readResources, 'resources/mapping', byDefault(RESOURCES.defaults, 'resources/mapping')),
  table: RESOURCES,
};

const { text, boolean } = PYDANTIC_1;

const textList = listOf(text);

/**
 * The page's root table, in the order of the normal form. Each line gives the reader of a value, the requirement
 * behind it, and the meaning of its absence: `optional` takes `null` as absence too, `byDefault` refuses it.
 */
export const TASK = tableOf<TaskFields>(
  {
    // type/task: `type` is `task`.
    type: field(oneOf(['task'], 'type/task'), 'type/task', required('type/task')),
    // name/given: `name` is the run name.
    // name/default: Without `name` a name is generated: the normal form has none.
    name: field(runNameReader(PYDANTIC_1), 'name/given', optional(null, 'name/default')),
    // nodes/number: `nodes` is the number of nodes.
    // nodes/default: `nodes` defaults to 1.
    nodes: field(nodesReader(PYDANTIC_1), 'nodes/number', byDefault(1, 'nodes/default')),
    // image/given: `image` is the name of the Docker image.
    // image/default: Without `image` none is named.
    image: field(text, 'image/given', optional(null, 'image/default')),
    // user/given: `user` is the user inside the container.
    // user/default: Without `user` the image's default user is meant.
    user: field(userReader(PYDANTIC_1), 'user/given', optional(null, 'user/default')),
    // privileged/given: `privileged` runs the container in privileged mode.
    // privileged/default: Without `privileged` the container is not privileged.
    privileged: field(boolean, 'privileged/given', byDefault(false, 'privileged/default')),
    // entrypoint/given: `entrypoint` is the Docker entrypoint.
    // entrypoint/default: Without `entrypoint` the image's own is meant.
    entrypoint: field(text, 'entrypoint/given', optional(null, 'entrypoint/default')),
    // working_dir/given: `working_dir` is the working directory inside the container, relative to the
    //   repository directory.
    // working_dir/default: `working_dir` defaults to `.`.
    working_dir: field(
      workingDirReader(PYDANTIC_1),
      'working_dir/given',
      optional('.', 'working_dir/default'),
    ),
    // registry_auth/given: `registry_auth` holds the credentials for a private image: `username` and
    //   `password`.
    // registry_auth/default: Without `registry_auth` there are no credentials.
    registry_auth: field(
      registryAuthReader(PYDANTIC_1),
      'registry_auth/given',
      optional(null, 'registry_auth/default'),
    ),
    // python/versions: The versions are 3.8 to 3.13.
    // python/given: `python` is the major version of Python, as text.
    // python/default: Without `python` no version is named.
    python: field(
      pythonVersionReader(PYDANTIC_1, PYTHON_VERSIONS, 'python/versions'),
      'python/given',
      optional(null, 'python/default'),
    ),
    // nvcc/given: `nvcc` asks for the image with the NVIDIA CUDA compiler.
    // nvcc/default: Without `nvcc` the compiler is not included.
    nvcc: field(boolean, 'nvcc/given', optional(false, 'nvcc/default')),
    // single_branch/given: `single_branch` says whether to clone only the current branch.
    // single_branch/default: `single_branch` defaults to true for tasks.
    single_branch: field(boolean, 'single_branch/given', optional(true, 'single_branch/default')),
    // env/mapping-or-list: Nothing else is accepted as `env`.
    // env/default: Without `env` no variable is set.
    env: field(envReader(PYDANTIC_1), 'env/mapping-or-list', byDefault([], 'env/default')),
    resources: RESOURCES_FIELD,
    // volumes/list: `volumes` is a list of mount points.
    // volumes/default: Without `volumes` nothing is mounted.
    volumes: field(
      listOf(volumeReader(PYDANTIC_1, VOLUME_RULES)),
      'volumes/list',
      byDefault([], 'volumes/default'),
    ),
    // ports/list: `ports` is a list of ports to expose.
    // ports/default: Without `ports` none is exposed.
    ports: field(listOf(portReader(PYDANTIC_1, PORT_RULES)), 'ports/list', byDefault([], 'ports/default')),
    // commands/list: `commands` are the bash commands to run, in order.
    // commands/default: Without `commands` there are none.
    commands: field(textList, 'commands/list', byDefault([], 'commands/default')),
    // backends/known: A backend is one of the release's: aws, azure, cudo, datacrunch, dstack, gcp,
    //   kubernetes, lambda, local, remote, nebius, oci, runpod, tensordock, vastai, vultr.
    // backends/list: `backends` are the backends to consider.
    // backends/default: Without `backends` all are considered.
    backends: field(
      listOf(oneOf(BACKENDS, 'backends/known')),
      'backends/list',
      optional(null, 'backends/default'),
    ),
    // regions/list: `regions` are the regions to consider.
    // regions/default: Without `regions` all are considered.
    regions: field(textList, 'regions/list', optional(null, 'regions/default')),
    // availability_zones/list: `availability_zones` are the zones to consider.
    // availability_zones/default: Without `availability_zones` all are considered.
    availability_zones: field(
      textList,
      'availability_zones/list',
      optional(null, 'availability_zones/default'),
    ),
    // instance_types/list: `instance_types` are the instance types to consider.
    // instance_types/default: Without `instance_types` all are considered.
    instance_types: field(textList, 'instance_types/list', optional(null, 'instance_types/default')),
    // reservation/given: `reservation` is the reservation to use.
    // reservation/default: Without `reservation` none is used.
    reservation: field(text, 'reservation/given', optional(null, 'reservation/default')),
    // spot_policy/values: `spot_policy` is spot, on-demand or auto.
    // spot_policy/default: `spot_policy` defaults to on-demand.
    spot_policy: field(
      oneOf(['spot', 'on-demand', 'auto'], 'spot_policy/values'),
      'spot_policy/values',
      optional('on-demand', 'spot_policy/default'),
    ),
    // retry/default: `retry` defaults to false.
    retry: field(retryReader(PYDANTIC_1, RETRY_RULES), 'retry/default', optional(false, 'retry/default')),
    // max_duration/given: `max_duration` is the maximum duration of a run.
    // max_duration/default: `max_duration` defaults to `off`.
    max_duration: field(
      readDurationOrOff,
      'max_duration/given',
      optional('off', 'max_duration/default', 'duration/true'),
    ),
    // stop_duration/given: `stop_duration` is the maximum duration of stopping.
    // stop_duration/default: `stop_duration` defaults to `5m`.
    stop_duration: field(
      readDurationOrOff,
      'stop_duration/given',
      optional('5m', 'stop_duration/default', 'duration/true'),
    ),
    // max_price/given: `max_price` is the maximum price per hour, in dollars.
    // max_price/default: Without `max_price` any price will do.
    max_price: field(readMaxPrice, 'max_price/given', optional(null, 'max_price/default')),
    // creation_policy/values: `creation_policy` is reuse or reuse-or-create.
    // creation_policy/default: `creation_policy` defaults to reuse-or-create.
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
