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

/** Times from five minutes to an hour, in whole minutes. */
const MINUTES = [600, 300, 1_800, 3_600, 900, 660] as const;

const ODD_SECONDS = [301, 3_599, 610] as const;

export function drawUtilizationPolicy(pen: Pen): UtilizationPolicy {
  const percent = oneOf(pen.source, PERCENTS);
  return { percent, seconds: oneOf(pen.source, pen.strays(4) ? ODD_SECONDS : MINUTES) };
}

export function normalUtilizationPolicy({ percent, seconds }: UtilizationPolicy): NormalUtilizationPolicy {
  return { min_gpu_utilization: percent, time_window: normalDuration(seconds) };
}
