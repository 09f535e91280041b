import type { RequirementId } from '../../../spec/generated/requirement-ids.ts';
import { oneOf } from '../../fields/choice.ts';
import { formatDuration, noteNegative, readDurationOrOff, readSeconds } from '../../values/duration.ts';
import { ABSENT, field, optional, type Fields } from '../../fields/mapping.ts';
import type { Tracer } from '../../fields/origin.ts';
import { Rejection } from '../../document/violation.ts';

/** The fields about a task's idle time. A field that is left out is `null`. */
export interface IdleFields {
  readonly idle_duration: string | null;
  readonly termination_policy: 'dont-destroy' | 'destroy-after-idle' | null;
  readonly termination_idle_time: string | null;
}

/**
 * Three fields of the page that make one value of the normal form. The last two are deprecated in favor of the first.
 */
export const IDLE_FIELDS: Fields<IdleFields> = {
  // idle_duration/given: `idle_duration` is the time before an idle instance is terminated.
  // idle_duration/default: `idle_duration` defaults to `5m` for runs.
  idle_duration: field(
    readIdleDuration,
    'idle_duration/given',
    optional(null, 'idle_duration/default', 'duration/true'),
  ),
  // termination_policy/values: `termination_policy` is dont-destroy or destroy-after-idle.
  termination_policy: field(
    oneOf(['dont-destroy', 'destroy-after-idle'], 'termination_policy/values'),
    'termination_policy/values',
    optional(null, 'idle_duration/default'),
  ),
  // termination_idle_time/folded: `termination_idle_time` stands for an absent `idle_duration`; a negative
  //   one is `off`.
  termination_idle_time: field(
    readTerminationIdleTime,
    'termination_idle_time/folded',
    optional(null, 'idle_duration/default'),
  ),
};

const DEFAULT = '5m';

/** Folds the deprecated fields into `idle_duration`, as canonical text. */
export function foldIdle(idle: IdleFields, trace?: Tracer): string {
  if (trace !== undefined) traceIdle(idle, trace);
  if (idle.termination_policy === 'dont-destroy') return 'off';
  return idle.idle_duration ?? idle.termination_idle_time ?? DEFAULT;
}

/** idle_duration/negative: A negative `idle_duration` is `off`. */
function readIdleDuration(value: unknown, trace?: Tracer): string | typeof ABSENT | Rejection {
  const read = readDurationOrOff(value, trace);
  if (typeof read !== 'string' || !read.startsWith('-')) return read;
  trace?.rule('idle_duration/negative');
  return 'off';
}

/**
 * termination_idle_time/boolean: A boolean `termination_idle_time` is 1 or 0 seconds.
 * So a bare `off` in YAML, which is false, is 0 seconds here, while in `idle_duration` it means no limit.
 */
function readTerminationIdleTime(value: unknown, trace?: Tracer): string | Rejection {
  if (typeof value === 'boolean') {
    trace?.rule('termination_idle_time/boolean');
    return value ? '1s' : '0s';
  }
  const seconds = readSeconds(value, trace);
  if (seconds instanceof Rejection) return seconds;
  noteNegative(seconds, trace);
  return seconds < 0 ? 'off' : formatDuration(seconds);
}

/**
 * Merges the origins of the three fields, because the normal form has one value for them.
 * termination_policy/destroy-after-idle: `termination_policy: destroy-after-idle` changes nothing.
 * termination_policy/dont-destroy: `termination_policy: dont-destroy` makes the idle duration `off`, whatever
 *   else is given.
 * termination_idle_time/deprecated: `idle_duration` wins over `termination_idle_time`.
 */
function traceIdle(idle: IdleFields, trace: Tracer): void {
  const policy: RequirementId[] =
    idle.termination_policy === 'destroy-after-idle' ? ['termination_policy/destroy-after-idle'] : [];
  if (idle.termination_policy === 'dont-destroy') {
    trace.derive('idle_duration', 'termination_policy', ['termination_policy/dont-destroy']);
  } else if (idle.idle_duration === null && idle.termination_idle_time !== null) {
    const origin = trace.origins.get('/termination_idle_time');
    trace.derive('idle_duration', 'termination_idle_time', [...policy, ...(origin?.requirements ?? [])]);
  } else {
    const won: RequirementId[] =
      idle.termination_idle_time === null ? [] : ['termination_idle_time/deprecated'];
    trace.also('idle_duration', [...won, ...policy]);
  }
  trace.forget('termination_policy');
  trace.forget('termination_idle_time');
}
