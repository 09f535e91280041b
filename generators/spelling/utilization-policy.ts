import type { UtilizationPolicy } from '../meaning/utilization-policy.ts';
import { knownText, mapping, type Node } from '../document/node.ts';
import type { Pen } from '../choices/pen.ts';
import { spellSeconds } from './duration.ts';
import { spellInteger } from './integer.ts';

const MIN_GPU_UTILIZATION = knownText('min_gpu_utilization');
const TIME_WINDOW = knownText('time_window');

/**
 * utilization_policy/min_gpu_utilization: `min_gpu_utilization` is the least utilization of each GPU, in percent.
 * utilization_policy/time_window: `time_window` is the time during which a GPU must idle.
 */
export function spellUtilizationPolicy({ percent, seconds }: UtilizationPolicy, pen: Pen): Node {
  pen.note('utilization_policy/min_gpu_utilization');
  pen.note('utilization_policy/time_window');
  const values = [spellInteger(percent, pen), spellSeconds(seconds, pen)];
  return pen.source.below(4) === 3
    ? mapping([TIME_WINDOW, MIN_GPU_UTILIZATION], values.reverse())
    : mapping([MIN_GPU_UTILIZATION, TIME_WINDOW], values);
}
