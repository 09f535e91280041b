/**
 * Types of values that the normal forms of several editions have in common, for the grammars that editions share. An
 * edition whose values differ has types of its own, in its generated `normal-form.ts`.
 */

export type PythonVersion = '3.8' | '3.9' | '3.10' | '3.11' | '3.12' | '3.13';

export interface NormalRegistryAuth {
  username: string;
  password: string;
}

/** The vendors that are known differ between editions. */
export interface NormalGpu<Vendor extends string = 'nvidia' | 'amd' | 'google' | 'intel'> {
  vendor: Vendor | null;
  name: string[] | null;
  count: string;
  memory: string | null;
  total_memory: string | null;
  compute_capability: string | null;
}

export interface NormalDisk {
  size: string;
}

export interface NormalNetworkVolume {
  name: string[];
  path: string;
}

export interface NormalInstanceVolume {
  instance_path: string;
  path: string;
  optional: boolean;
}

export type NormalVolume = NormalNetworkVolume | NormalInstanceVolume;

export interface NormalRetry {
  on_events: ('no-capacity' | 'interruption' | 'error')[];
  duration: string;
}

/** Environment variables by name: text, or the name of a variable to take the value from. */
export type NormalEnv = Record<string, string | NormalSentinel>;

export interface NormalSentinel {
  key: string;
}

export interface NormalCpu {
  arch: 'x86' | 'arm' | null;
  count: string;
}

export interface NormalRepo {
  local_path: string | null;
  url: string | null;
  branch: string | null;
  hash: string | null;
  path: string;
  if_exists: 'error' | 'skip';
}

export interface NormalFile {
  local_path: string;
  path: string;
}

export interface NormalUtilizationPolicy {
  min_gpu_utilization: number;
  time_window: string;
}

export interface NormalSchedule {
  cron: string[];
}

export interface NormalFleet {
  project: string | null;
  name: string;
}

export interface NormalInstanceName {
  name: string;
}

export interface NormalInstanceHostname {
  hostname: string;
}

export interface NormalFleetInstance {
  fleet: NormalFleet;
  instance: number;
}

export type NormalInstance = NormalInstanceName | NormalInstanceHostname | NormalFleetInstance;

export interface NormalBackendOptions {
  type: 'vastai';
  offer_order: 'score' | 'price';
  min_reliability: number;
  min_score: number | null;
}
