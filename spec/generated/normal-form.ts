/* Generated from spec/schemas/normal-form.schema.json by `npm run generate`. Do not edit. */

export type NullableText = string | null;
/**
 * Sorted by variable name, by code point: `NAME=value`, or `NAME` for one that is to come from the environment.
 */
export type TextList = string[];
/**
 * `a..b`, `a..`, `..b`, or `a` where the ends are equal.
 */
export type CountRangeText = string;
export type MemoryRangeText = string;
/**
 * Gigabytes as the shortest decimal that reads back as the same binary64 number, never with an exponent.
 */
export type MemoryText = string;
export type TextList1 = string[];
/**
 * `local:container`, or `*:container` where the local port is left open.
 */
export type PortText = string;
/**
 * Seconds in the largest of w d h m s that divides them; zero is `0s`; unlimited is `off`; a negative number of seconds stays a bare integer.
 */
export type DurationText = string;

/**
 * The fully defaulted meaning of a task configuration: every key present, in this order, every value in its canonical text.
 */
export interface NormalForm {
  type: 'task';
  name: NullableText;
  nodes: number;
  image: NullableText;
  user: NullableText;
  privileged: boolean;
  entrypoint: NullableText;
  working_dir: string;
  registry_auth: null | NormalRegistryAuth;
  python: null | ('3.8' | '3.9' | '3.10' | '3.11' | '3.12' | '3.13');
  nvcc: boolean;
  single_branch: boolean;
  env: TextList;
  resources: NormalResources;
  volumes: (NormalNetworkVolume | NormalInstanceVolume)[];
  ports: PortText[];
  commands: TextList1;
  backends: null | TextList1;
  regions: null | TextList1;
  availability_zones: null | TextList1;
  instance_types: null | TextList1;
  reservation: NullableText;
  spot_policy: 'spot' | 'on-demand' | 'auto';
  retry: false | NormalRetry;
  max_duration: DurationText;
  stop_duration: DurationText;
  max_price: null | number;
  creation_policy: 'reuse' | 'reuse-or-create';
  idle_duration: DurationText;
}
export interface NormalRegistryAuth {
  username: string;
  password: string;
}
export interface NormalResources {
  cpu: CountRangeText;
  memory: MemoryRangeText;
  shm_size: null | MemoryText;
  gpu: null | NormalGpu;
  disk: null | NormalDisk;
}
export interface NormalGpu {
  vendor: null | ('nvidia' | 'amd' | 'google' | 'intel');
  name: null | TextList1;
  count: CountRangeText;
  memory: null | MemoryRangeText;
  total_memory: null | MemoryRangeText;
  compute_capability: null | string;
}
export interface NormalDisk {
  size: MemoryRangeText;
}
export interface NormalNetworkVolume {
  name: TextList1;
  path: string;
}
export interface NormalInstanceVolume {
  instance_path: string;
  path: string;
  optional: boolean;
}
export interface NormalRetry {
  /**
   * @minItems 1
   */
  on_events: ['no-capacity' | 'interruption' | 'error', ...('no-capacity' | 'interruption' | 'error')[]];
  duration: string;
}
