import type { Mutation } from '../mutations/mutation.ts';
import { ENV_NEAR_MISSES } from './env.ts';
import { GPU_NEAR_MISSES } from './gpu.ts';
import { WRONG_KINDS } from './kinds.ts';
import { WRONG_NUMBERS } from './numbers.ts';
import { PORT_NEAR_MISSES } from './ports.ts';
import { WRONG_RESOURCE_KINDS } from './resource-kinds.ts';
import { RESOURCE_NEAR_MISSES } from './resources.ts';
import { RUN_NEAR_MISSES } from './run.ts';
import { UNKNOWN_NAMES } from './unknown-name.ts';
import { VOLUME_NEAR_MISSES } from './volumes.ts';
import { WORD_NEAR_MISSES } from './words.ts';

/** Mutations that are derived from valid values, so they differ in every case. */
export const NEAR_MISSES: readonly Mutation[] = [
  ...RUN_NEAR_MISSES,
  ...WORD_NEAR_MISSES,
  ...ENV_NEAR_MISSES,
  ...RESOURCE_NEAR_MISSES,
  ...GPU_NEAR_MISSES,
  ...VOLUME_NEAR_MISSES,
  ...PORT_NEAR_MISSES,
  ...UNKNOWN_NAMES,
  ...WRONG_KINDS,
  ...WRONG_RESOURCE_KINDS,
  ...WRONG_NUMBERS,
];
