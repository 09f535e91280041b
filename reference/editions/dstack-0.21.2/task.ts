import type {
  NormalForm,
  NormalResources,
} from '../../../spec/generated/editions/dstack-0.21.2/normal-form.ts';
import { PYDANTIC_2 } from '../../coercion/pydantic-2/pydantic-2.ts';
import { oneOf } from '../../fields/choice.ts';
import { listOf } from '../../fields/list.ts';
import { byDefault, field, optional, required, tableOf, type Field } from '../../fields/mapping.ts';
import { envMappingReader } from '../../values/env-mapping.ts';
import { fileMappingReader } from '../../values/file-mapping.ts';
import { integerWithin } from '../../values/integer-within.ts';
import { nodesReader } from '../../values/nodes.ts';
import { portReader } from '../../values/port.ts';
import { pythonVersionReader } from '../../values/python-version.ts';
import { registryAuthReader } from '../../values/registry-auth.ts';
import { reposReader } from '../../values/repo.ts';
import { runNameReader } from '../../values/run-name.ts';
import { shellReader } from '../../values/shell.ts';
import { userReader } from '../../values/user.ts';
import { volumeReader } from '../../values/volume.ts';
import { readGroups } from './groups.ts';
import { PORT_RULES } from './port.ts';
import { PROFILE_FIELDS } from './profile.ts';
import { readResources, RESOURCES } from './resources.ts';
import { VOLUME_RULES } from './volume.ts';
import { readWorkingDir } from './working-dir.ts';

/**
 * The fields of a task after reading: the normal form before the defaults that depend on other fields. `nodes` is null
 * and `shell` is empty where the document does not say them.
 */
export type TaskFields = NormalForm;

const PYTHON_VERSIONS = ['3.9', '3.10', '3.11', '3.12', '3.13', '3.14'] as const;

/** Fields that the release still reads and the page no longer lists: out of scope. */
const LEGACY = ['home_dir', 'setup'] as const;

const RESOURCES_FIELD: Field<NormalResources> = {
  // resources/mapping: `resources` is a mapping of requirements.
  ...field(readResources, 'resources/mapping', byDefault(RESOURCES.defaults, 'resources/mapping')),
  table: RESOURCES,
};

const { text, boolean, integer } = PYDANTIC_2;

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
    name: field(runNameReader(PYDANTIC_2), 'name/given', optional(null, 'name/default')),
    // nodes/number: `nodes` is the number of nodes.
    // nodes/default: `nodes` defaults to 1.
    nodes: field(nodesReader(PYDANTIC_2), 'nodes/number', optional<number | null>(null, 'nodes/default')),
    // groups/list: `groups` are the groups of nodes of a task whose nodes differ.
    // groups/default: Without `groups` all nodes are the same.
    groups: field(readGroups, 'groups/list', optional(null, 'groups/default')),
    // image/given: `image` is the name of the Docker image.
    // image/default: Without `image` none is named.
    image: field(text, 'image/given', optional(null, 'image/default')),
    // user/given: `user` is the user inside the container.
    // user/default: Without `user` the image's default user is meant.
    user: field(userReader(PYDANTIC_2), 'user/given', optional(null, 'user/default')),
    // privileged/given: `privileged` runs the container in privileged mode.
    // privileged/default: Without `privileged` the container is not privileged.
    privileged: field(boolean, 'privileged/given', byDefault(false, 'privileged/default')),
    // entrypoint/given: `entrypoint` is the Docker entrypoint.
    // entrypoint/default: Without `entrypoint` the image's own is meant.
    entrypoint: field(text, 'entrypoint/given', optional(null, 'entrypoint/default')),
    // working_dir/in-container: `working_dir` is the absolute path of the working directory inside the container.
    // working_dir/default-of-image: Without `working_dir` that of the image is meant.
    working_dir: field(
      readWorkingDir,
      'working_dir/in-container',
      optional(null, 'working_dir/default-of-image'),
    ),
    // registry_auth/given: `registry_auth` holds the credentials for a private image: `username` and
    //   `password`.
    // registry_auth/default: Without `registry_auth` there are no credentials.
    registry_auth: field(
      registryAuthReader(PYDANTIC_2),
      'registry_auth/given',
      optional(null, 'registry_auth/default'),
    ),
    // python/versions-to-3-14: The versions are 3.9 to 3.14.
    // python/given: `python` is the major version of Python, as text.
    // python/default: Without `python` no version is named.
    python: field(
      pythonVersionReader(PYDANTIC_2, PYTHON_VERSIONS, 'python/versions-to-3-14'),
      'python/given',
      optional(null, 'python/default'),
    ),
    // nvcc/given: `nvcc` asks for the image with the NVIDIA CUDA compiler.
    // nvcc/default: Without `nvcc` the compiler is not included.
    nvcc: field(boolean, 'nvcc/given', optional(false, 'nvcc/default')),
    // docker/given: `docker` makes Docker usable inside the container.
    // docker/default: Without `docker` it is not.
    docker: field(boolean, 'docker/given', optional(false, 'docker/default')),
    // dstack/given: `dstack` makes the server of dstack reachable inside the run.
    // dstack/default: Without `dstack` it is not.
    dstack: field(boolean, 'dstack/given', byDefault(false, 'dstack/default')),
    // single_branch/given: `single_branch` says whether to clone only the current branch.
    // single_branch/default: `single_branch` defaults to true for tasks.
    single_branch: field(boolean, 'single_branch/given', optional(true, 'single_branch/default')),
    // env/mapping-or-list: Nothing else is accepted as `env`.
    // env/default: Without `env` no variable is set.
    env: field(envMappingReader(PYDANTIC_2), 'env/mapping-or-list', byDefault({}, 'env/default')),
    // shell/given: `shell` is the shell that runs the commands.
    // shell/default: `shell` defaults to `/bin/sh` if there is an image, and to `/bin/bash` otherwise.
    shell: field(shellReader(PYDANTIC_2), 'shell/given', optional('', 'shell/default')),
    resources: RESOURCES_FIELD,
    // priority/given: `priority` is the priority of the run, from 0 to 100.
    // priority/lowest: Without `priority` it is 0, the lowest.
    priority: field(
      integerWithin(integer, 0, 100, 'priority/given'),
      'priority/given',
      optional(0, 'priority/lowest'),
    ),
    // volumes/list: `volumes` is a list of mount points.
    // volumes/default: Without `volumes` nothing is mounted.
    volumes: field(
      listOf(volumeReader(PYDANTIC_2, VOLUME_RULES)),
      'volumes/list',
      byDefault([], 'volumes/default'),
    ),
    // repos/list: `repos` is a list of Git repositories.
    // repos/default: Without `repos` there is none.
    repos: field(reposReader(PYDANTIC_2), 'repos/list', byDefault([], 'repos/default')),
    // files/list: `files` is a list of files and folders that are copied into the container.
    // files/default: Without `files` nothing is copied.
    files: field(listOf(fileMappingReader(PYDANTIC_2)), 'files/list', byDefault([], 'files/default')),
    // ports/list: `ports` is a list of ports to expose.
    // ports/default: Without `ports` none is exposed.
    ports: field(listOf(portReader(PYDANTIC_2, PORT_RULES)), 'ports/list', byDefault([], 'ports/default')),
    // commands/in-order: `commands` are the commands to run, in order.
    // commands/default: Without `commands` there are none.
    commands: field(listOf(text), 'commands/in-order', byDefault([], 'commands/default')),
    ...PROFILE_FIELDS,
  },
  { kind: 'document/mapping', unknown: 'document/known-fields', legacy: LEGACY },
  (defaults) => ({ ...defaults }),
);
