import type { NormalForm } from '../../../../spec/generated/editions/dstack-0.21.2/normal-form.ts';
import { inCanonicalOrder } from '../../../../spec/generated/editions/dstack-0.21.2/normal-order.ts';
import { normalBackendOptions, type BackendOptions } from '../../../meaning/backend-options.ts';
import { normalDuration, type Duration } from '../../../meaning/duration.ts';
import { normalFileMapping, type FileMapping } from '../../../meaning/file-mapping.ts';
import { normalFleet, type Fleet } from '../../../meaning/fleet.ts';
import { normalInstance, type Instance } from '../../../meaning/instance.ts';
import { normalPort, type Port } from '../../../meaning/port.ts';
import type { RegistryAuth } from '../../../meaning/registry-auth.ts';
import { normalRepo, type Repo } from '../../../meaning/repo.ts';
import { normalRetry, type Retry } from '../../../meaning/retry.ts';
import { normalSchedule, type Schedule } from '../../../meaning/schedule.ts';
import { normalTags, type Tag } from '../../../meaning/tag.ts';
import { normalUtilizationPolicy, type UtilizationPolicy } from '../../../meaning/utilization-policy.ts';
import { normalEnv, type Variable } from '../../../meaning/variable.ts';
import { normalVolume, type Volume } from '../../../meaning/volume.ts';
import { normalGroups, type Group } from './group-meaning.ts';
import { DEFAULT_RESOURCES, normalResources, type Resources } from './resources-meaning.ts';

/** Keys of the normal form whose meaning is not yet their canonical text. */
interface Meanings {
  /** The number of nodes of a task without groups. */
  nodes: number;
  groups: readonly Group[] | null;
  /** Whether the file says so; `docker` makes a container privileged too. */
  privileged: boolean;
  registry_auth: RegistryAuth | null;
  env: readonly Variable[];
  /** The default is null, because it depends on the image. */
  shell: string | null;
  resources: Readonly<Resources>;
  volumes: readonly Volume[];
  repos: readonly Repo[];
  files: readonly FileMapping[];
  ports: readonly Port[];
  commands: readonly string[];
  backends: readonly string[] | null;
  regions: readonly string[] | null;
  availability_zones: readonly string[] | null;
  instance_types: readonly string[] | null;
  retry: Retry;
  max_duration: Duration;
  stop_duration: Duration;
  idle_duration: Duration;
  utilization_policy: UtilizationPolicy | null;
  schedule: Schedule | null;
  fleets: readonly Fleet[] | null;
  instances: readonly Instance[] | null;
  tags: readonly Tag[] | null;
  backend_options: readonly BackendOptions[] | null;
}

/** The meaning of a task: the normal form before its values are written as canonical text. */
export type TaskMeaning = Meanings & Omit<NormalForm, 'type' | keyof Meanings>;

/** The meaning of a task without any entry. */
export const DEFAULT_TASK: Readonly<TaskMeaning> = {
  name: null,
  nodes: 1,
  groups: null,
  image: null,
  user: null,
  privileged: false,
  entrypoint: null,
  working_dir: null,
  registry_auth: null,
  python: null,
  nvcc: false,
  docker: false,
  dstack: false,
  single_branch: true,
  env: [],
  shell: null,
  resources: DEFAULT_RESOURCES,
  priority: 0,
  volumes: [],
  repos: [],
  files: [],
  ports: [],
  commands: [],
  backends: null,
  regions: null,
  availability_zones: null,
  instance_types: null,
  reservation: null,
  spot_policy: 'on-demand',
  retry: false,
  max_duration: 'off',
  stop_duration: 300,
  max_price: null,
  creation_policy: 'reuse-or-create',
  idle_duration: 300,
  utilization_policy: null,
  startup_order: 'any',
  stop_criteria: 'all-done',
  schedule: null,
  fleets: null,
  instances: null,
  tags: null,
  backend_options: null,
};

export function normalTask(task: Readonly<TaskMeaning>): NormalForm {
  const { groups, docker, privileged, shell, image } = task;
  return inCanonicalOrder({
    type: 'task',
    ...task,
    nodes: groups === null ? task.nodes : null,
    groups: groups === null ? null : normalGroups(groups),
    privileged: privileged || docker,
    env: normalEnv(task.env),
    shell: shell ?? (image === null ? '/bin/bash' : '/bin/sh'),
    resources: normalResources(task.resources),
    volumes: task.volumes.map(normalVolume),
    repos: task.repos.map(normalRepo),
    files: task.files.map(normalFileMapping),
    ports: task.ports.map(normalPort),
    commands: [...task.commands],
    backends: copied(task.backends),
    regions: copied(task.regions),
    availability_zones: copied(task.availability_zones),
    instance_types: copied(task.instance_types),
    retry: normalRetry(task.retry),
    max_duration: normalDuration(task.max_duration),
    stop_duration: normalDuration(task.stop_duration),
    idle_duration: normalDuration(task.idle_duration),
    utilization_policy: given(task.utilization_policy, normalUtilizationPolicy),
    schedule: given(task.schedule, normalSchedule),
    fleets: given(task.fleets, (fleets) => fleets.map(normalFleet)),
    instances: given(task.instances, (instances) => instances.map(normalInstance)),
    tags: given(task.tags, normalTags),
    backend_options: given(task.backend_options, (options) => options.map(normalBackendOptions)),
  });
}

function given<Meaning, Normal>(
  meaning: Meaning | null,
  normal: (meaning: Meaning) => Normal,
): Normal | null {
  return meaning === null ? null : normal(meaning);
}

function copied(texts: readonly string[] | null): string[] | null {
  return texts === null ? null : [...texts];
}
