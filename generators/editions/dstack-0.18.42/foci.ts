import type { RequirementId } from '../../../spec/generated/levels.ts';
import { REQUIREMENTS } from '../../../spec/generated/requirements.ts';

/** The path of a field of the task, from the outermost name to its own: `['resources', 'gpu']`. */
export type Focus = readonly string[];

/** The fields for each topic. Every case about the topic has one of them. Topics about the whole document have none. */
const FOCI: Readonly<Record<string, readonly Focus[]>> = {
  text: [['image'], ['entrypoint'], ['reservation'], ['registry_auth'], ['commands']],
  boolean: [['privileged'], ['single_branch'], ['nvcc'], ['volumes']],
  integer: [['nodes'], ['resources', 'cpu'], ['ports']],
  list: [['regions'], ['availability_zones'], ['instance_types'], ['backends'], ['commands']],
  run: [['nodes'], ['name'], ['working_dir'], ['single_branch'], ['commands']],
  container: [['image'], ['user'], ['privileged'], ['entrypoint'], ['registry_auth'], ['python'], ['nvcc']],
  env: [['env']],
  resources: [
    ['resources', 'cpu'],
    ['resources', 'memory'],
    ['resources', 'shm_size'],
    ['resources', 'disk'],
  ],
  range: [
    ['resources', 'cpu'],
    ['resources', 'memory'],
    ['resources', 'disk'],
    ['resources', 'gpu'],
  ],
  memory: [
    ['resources', 'memory'],
    ['resources', 'shm_size'],
    ['resources', 'disk'],
    ['resources', 'gpu'],
  ],
  gpu: [['resources', 'gpu']],
  volumes: [['volumes']],
  ports: [['ports']],
  provisioning: [
    ['backends'],
    ['regions'],
    ['availability_zones'],
    ['instance_types'],
    ['reservation'],
    ['spot_policy'],
    ['max_price'],
    ['creation_policy'],
  ],
  retry: [['retry']],
  duration: [['max_duration'], ['stop_duration'], ['idle_duration'], ['retry']],
};

const NO_FOCUS: Focus = [];

const topics: ReadonlyMap<string, string> = new Map(REQUIREMENTS.map(({ id, topic }) => [id, topic]));

/** Returns the topic of a requirement, which is the name of its file. */
export function topicOfRequirement(requirement: RequirementId): string {
  return topics.get(requirement) ?? 'other';
}

export function fociOf(topic: string | undefined): readonly [Focus, ...Focus[]] {
  const [first = NO_FOCUS, ...rest] = topic === undefined ? [] : (FOCI[topic] ?? []);
  return [first, ...rest];
}
