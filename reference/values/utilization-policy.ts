import type { NormalUtilizationPolicy } from '../../spec/values.ts';
import type { Coercion } from '../coercion/coercion.ts';
import { reject, Rejection } from '../document/violation.ts';
import { field, mappingOf, required, tableOf } from '../fields/mapping.ts';
import type { Tracer } from '../fields/origin.ts';
import type { Reader } from '../fields/reader.ts';
import { formatDuration, readSeconds } from './duration.ts';
import { integerWithin } from './integer-within.ts';

const SHORTEST = 300;
const LONGEST = 3600;

/**
 * Makes a reader for the policy that stops runs whose GPUs idle.
 * utilization_policy/mapping: `utilization_policy` is a mapping.
 */
export function utilizationPolicyReader({ integer }: Coercion): Reader<NormalUtilizationPolicy> {
  // utilization_policy/percent: `min_gpu_utilization` is from 0 to 100.
  const percent = integerWithin(integer, 0, 100, 'utilization_policy/percent');
  // utilization_policy/required-fields: `min_gpu_utilization` and `time_window` are required.
  const needed = required('utilization_policy/required-fields');
  return mappingOf(
    tableOf<NormalUtilizationPolicy>(
      {
        // utilization_policy/min_gpu_utilization: `min_gpu_utilization` is the least utilization of each GPU, in percent.
        min_gpu_utilization: field(percent, 'utilization_policy/min_gpu_utilization', needed),
        // utilization_policy/time_window: `time_window` is the time during which a GPU must idle.
        time_window: field(readTimeWindow, 'utilization_policy/time_window', needed),
      },
      { kind: 'utilization_policy/mapping', unknown: 'utilization_policy/known-fields' },
      (defaults) => ({ ...defaults }),
    ),
  );
}

/**
 * utilization_policy/shortest-window: `time_window` is at least 5 minutes.
 * utilization_policy/longest-window: `time_window` is at most an hour.
 * A boolean is 1 or 0 seconds, which is too short.
 */
function readTimeWindow(value: unknown, trace?: Tracer): string | Rejection {
  const seconds = typeof value === 'boolean' ? Number(value) : readSeconds(value, trace);
  if (seconds instanceof Rejection) return seconds;
  if (seconds < SHORTEST)
    return reject('utilization_policy/shortest-window', `${seconds} seconds are less than 5 minutes`);
  if (seconds > LONGEST)
    return reject('utilization_policy/longest-window', `${seconds} seconds are more than an hour`);
  return formatDuration(seconds);
}
