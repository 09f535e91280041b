import type { NormalForm } from '../../../../spec/generated/editions/dstack-0.18.42/normal-form.ts';
import { inCanonicalOrder } from '../../../../spec/generated/editions/dstack-0.18.42/normal-order.ts';
import { normalDuration, type Duration } from '../../../meaning/duration.ts';
import { normalPort, type Port } from '../../../meaning/port.ts';
import type { RegistryAuth } from '../../../meaning/registry-auth.ts';
import { DEFAULT_RESOURCES, normalResources, type Resources } from './resources-meaning.ts';
import { normalRetry, type Retry } from '../../../meaning/retry.ts';
import { normalVariables, type Variable } from '../../../meaning/variable.ts';
import { normalVolume, type Volume } from '../../../meaning/volume.ts';

/** Keys of the normal form whose meaning is not yet their canonical text. */
interface Meanings {
  registry_auth: RegistryAuth | null;
  env: readonly Variable[];
  resources: Readonly<Resources>;
  volumes: readonly Volume[];
  ports: readonly Port[];
  commands: readonly string[];
  backends: readonly string[] | null;
  regions: readonly string[] | null;
  availability_zones: readonly string[] | null;
  instance_types: readonly string[] | null;
  retry: Retry;
  max_duration: Duration;
  stop_duration: Duration;
  /** Never negative, because a negative number means `off`. */
  idle_duration: Duration;
}

/** The meaning of a task: the normal form before its values are written as canonical text. */
export type TaskMeaning = Meanings & Omit<NormalForm, keyof Meanings>;

/** The meaning of a task without any entry. */
export const DEFAULT_TASK: Readonly<TaskMeaning> = {
  type: 'task',
  name: null,
  nodes: 1,
  image: null,
  user: null,
  privileged: false,
  entrypoint: null,
  working_dir: '.',
  registry_auth: null,
  python: null,
  nvcc: false,
  single_branch: true,
  env: [],
  resources: DEFAULT_RESOURCES,
  volumes: [],
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
};

const DEFAULT_NORMAL_RESOURCES = normalResources(DEFAULT_RESOURCES);

export function normalTask(task: Readonly<TaskMeaning>): NormalForm {
  return inCanonicalOrder({
    ...task,
    env: normalVariables(task.env),
    resources:
      task.resources === DEFAULT_RESOURCES ? DEFAULT_NORMAL_RESOURCES : normalResources(task.resources),
    volumes: task.volumes.map(normalVolume),
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
  });
}

function copied(texts: readonly string[] | null): string[] | null {
  return texts === null ? null : [...texts];
}
