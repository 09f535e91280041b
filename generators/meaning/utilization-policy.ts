import type { NormalUtilizationPolicy } from '../../spec/values.ts';
import { oneOf } from '../choices/choose.ts';
import type { Pen } from '../choices/pen.ts';
import { normalDuration } from './duration.ts';

/** The least utilization of each GPU, in percent, and the time during which it must be lower, in seconds. */
export interface UtilizationPolicy {
  readonly percent: number;
  readonly seconds: number;
}

const PERCENTS = [10, 5, 0, 1, 50, 99, 100] as const;

/** Times from five minutes to an hour. */
const SECONDS = [600, 300, 1_800, 3_600, 900, 301, 3_599, 61 * 10] as const;

export function drawUtilizationPolicy({ source }: Pen): UtilizationPolicy {
  return { percent: oneOf(source, PERCENTS), seconds: oneOf(source, SECONDS) };
}

export function normalUtilizationPolicy({ percent, seconds }: UtilizationPolicy): NormalUtilizationPolicy {
  return { min_gpu_utilization: percent, time_window: normalDuration(seconds) };
}
