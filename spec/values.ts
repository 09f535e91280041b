/**
 * Types of values that the normal forms of several editions have in common, for the grammars that editions share. An
 * edition whose values differ has types of its own, in its generated `normal-form.ts`.
 */

export type PythonVersion = '3.8' | '3.9' | '3.10' | '3.11' | '3.12' | '3.13';

export interface NormalRegistryAuth {
  username: string;
  password: string;
}

export interface NormalGpu {
  vendor: 'nvidia' | 'amd' | 'google' | 'intel' | null;
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
