import type { Focus } from '../../grammar.ts';

/** The fields for each topic. Every case about the topic has one of them. Topics about the whole document have none. */
export const FOCI: Readonly<Record<string, readonly Focus[]>> = {
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
