import type { NormalForm } from '../../../spec/generated/normal-form.ts';
import type { Tracer } from '../../fields/origin.ts';
import type { Language } from '../../language.ts';
import { RULES } from './cross-field.ts';
import { foldIdle } from './idle-duration.ts';
import { stringifyNormal } from './normal-text.ts';
import { TASK, type TaskFields } from './task.ts';

/** Tasks as dstack 0.18.42 reads them. */
export const LANGUAGE: Language<TaskFields, NormalForm> = {
  table: TASK,
  rules: RULES,
  // The other configuration types of dstack.
  otherPages: {
    field: 'type',
    values: new Set<unknown>(['dev-environment', 'fleet', 'gateway', 'service', 'volume']),
  },
  normalize: toNormal,
  stringify: stringifyNormal,
};

/** The fields in canonical order. Named one by one, because a copy "of all but two" measures three times slower. */
function toNormal(task: TaskFields, tracer?: Tracer): NormalForm {
  return {
    type: task.type,
    name: task.name,
    nodes: task.nodes,
    image: task.image,
    user: task.user,
    privileged: task.privileged,
    entrypoint: task.entrypoint,
    working_dir: task.working_dir,
    registry_auth: task.registry_auth,
    python: task.python,
    nvcc: task.nvcc,
    single_branch: task.single_branch,
    env: task.env,
    resources: task.resources,
    volumes: task.volumes,
    ports: task.ports,
    commands: task.commands,
    backends: task.backends,
    regions: task.regions,
    availability_zones: task.availability_zones,
    instance_types: task.instance_types,
    reservation: task.reservation,
    spot_policy: task.spot_policy,
    retry: task.retry,
    max_duration: task.max_duration,
    stop_duration: task.stop_duration,
    max_price: task.max_price,
    creation_policy: task.creation_policy,
    idle_duration: foldIdle(task, tracer),
  };
}
