import type { RequirementId } from '../../../spec/generated/requirement-ids.ts';
import { CONTAINER_MUTATIONS } from './mutations/container.ts';
import { CPU_MUTATIONS } from './mutations/cpu.ts';
import { DOCUMENT_MUTATIONS } from './mutations/document.ts';
import { ENV_MUTATIONS } from './mutations/env.ts';
import { FLEET_MUTATIONS } from './mutations/fleets.ts';
import { GPU_MUTATIONS } from './mutations/gpu.ts';
import { GROUP_MUTATIONS } from './mutations/groups.ts';
import { KIND_MUTATIONS } from './mutations/kinds.ts';
import type { Mutation } from './mutations/mutation.ts';
import { PORT_MUTATIONS } from './mutations/ports.ts';
import { PROFILE_MUTATIONS } from './mutations/profile.ts';
import { DURATION_MUTATIONS, PROVISIONING_MUTATIONS, RETRY_MUTATIONS } from './mutations/provisioning.ts';
import { FILE_MUTATIONS, REPO_MUTATIONS } from './mutations/repos.ts';
import { RESOURCE_MUTATIONS } from './mutations/resources.ts';
import { RUN_MUTATIONS } from './mutations/run.ts';
import { SCALAR_MUTATIONS } from './mutations/scalar.ts';
import { SCHEDULE_MUTATIONS } from './mutations/schedule.ts';
import { VOLUME_MUTATIONS } from './mutations/volumes.ts';
import { YAML_MUTATIONS } from './mutations/yaml.ts';

/** All ways to break a task, each with the one requirement that it breaks. */
export const MUTATIONS: readonly Mutation[] = [
  ...DOCUMENT_MUTATIONS,
  ...SCALAR_MUTATIONS,
  ...KIND_MUTATIONS,
  ...RUN_MUTATIONS,
  ...GROUP_MUTATIONS,
  ...CONTAINER_MUTATIONS,
  ...ENV_MUTATIONS,
  ...RESOURCE_MUTATIONS,
  ...CPU_MUTATIONS,
  ...GPU_MUTATIONS,
  ...VOLUME_MUTATIONS,
  ...REPO_MUTATIONS,
  ...FILE_MUTATIONS,
  ...PORT_MUTATIONS,
  ...PROVISIONING_MUTATIONS,
  ...PROFILE_MUTATIONS,
  ...FLEET_MUTATIONS,
  ...SCHEDULE_MUTATIONS,
  ...RETRY_MUTATIONS,
  ...DURATION_MUTATIONS,
  ...YAML_MUTATIONS,
];

/** The mutations of each requirement that can be broken, in the order of the table. */
export const MUTATIONS_BY_REQUIREMENT: ReadonlyMap<RequirementId, readonly Mutation[]> = grouped(MUTATIONS);

function grouped(mutations: readonly Mutation[]): ReadonlyMap<RequirementId, readonly Mutation[]> {
  const groups = new Map<RequirementId, Mutation[]>();
  for (const mutation of mutations) {
    const group = groups.get(mutation.requirement);
    if (group === undefined) groups.set(mutation.requirement, [mutation]);
    else group.push(mutation);
  }
  return groups;
}
