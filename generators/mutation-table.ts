import type { RequirementId } from '../spec/generated/levels.ts';
import { CONTAINER_MUTATIONS } from './mutation/container.ts';
import { DOCUMENT_MUTATIONS } from './mutation/document.ts';
import { ENV_MUTATIONS } from './mutation/env.ts';
import { GPU_MUTATIONS } from './mutation/gpu.ts';
import type { Mutation } from './mutation/mutation.ts';
import { PORT_MUTATIONS } from './mutation/ports.ts';
import { DURATION_MUTATIONS, PROVISIONING_MUTATIONS, RETRY_MUTATIONS } from './mutation/provisioning.ts';
import { RESOURCE_MUTATIONS } from './mutation/resources.ts';
import { RUN_MUTATIONS } from './mutation/run.ts';
import { SCALAR_MUTATIONS } from './mutation/scalar.ts';
import { VOLUME_MUTATIONS } from './mutation/volumes.ts';
import { YAML_MUTATIONS } from './mutation/yaml.ts';
import { NEAR_MISSES } from './near-miss/table.ts';

/** All ways to break a task, each with the one requirement that it breaks. */
export const MUTATIONS: readonly Mutation[] = [
  ...DOCUMENT_MUTATIONS,
  ...SCALAR_MUTATIONS,
  ...RUN_MUTATIONS,
  ...CONTAINER_MUTATIONS,
  ...ENV_MUTATIONS,
  ...RESOURCE_MUTATIONS,
  ...GPU_MUTATIONS,
  ...VOLUME_MUTATIONS,
  ...PORT_MUTATIONS,
  ...PROVISIONING_MUTATIONS,
  ...RETRY_MUTATIONS,
  ...DURATION_MUTATIONS,
  ...YAML_MUTATIONS,
  ...NEAR_MISSES,
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
