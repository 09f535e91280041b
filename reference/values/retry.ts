import type { NormalRetry } from '../../spec/values.ts';
import type { Coercion } from '../coercion/coercion.ts';
import { oneOf } from '../fields/choice.ts';
import { describe } from '../document/describe.ts';
import { formatDuration, readSeconds } from './duration.ts';
import { listOf } from '../fields/list.ts';
import { field, optional, readMapping, required, tableOf } from '../fields/mapping.ts';
import type { Tracer } from '../fields/origin.ts';
import type { Reader } from '../fields/reader.ts';
import { reject, rejectUnknown, Rejection } from '../document/violation.ts';
import { isMapping } from '../document/is-mapping.ts';

/** The words to suggest for a misspelled one. */
const TRUE_FALSE = ['true', 'false'];

const EVENTS = ['no-capacity', 'interruption', 'error'] as const;

const readEventList = listOf(oneOf(EVENTS, 'retry/events'));

const RETRY = tableOf<NormalRetry>(
  {
    // retry/events: The events are no-capacity, interruption and error.
    // retry/on_events-required: `on_events` is required in the mapping.
    on_events: field(readEvents, 'retry/events', required('retry/on_events-required')),
    // retry/duration: `duration` is the maximum period of retrying.
    duration: field(readRetryDuration, 'retry/duration', optional('1h', 'retry/duration-default')),
  },
  { kind: 'retry/kind', unknown: 'retry/known-fields' },
  (defaults) => ({ ...defaults }),
);

/**
 * Returns `false`, or the events to retry on and for how long.
 * retry/true: `retry: true` retries on all three events for an hour.
 * retry/mapping: `retry` may be a mapping of `on_events` and `duration`.
 * retry/kind: `retry` is a boolean or a mapping.
 * retry/false: `retry: false` does not retry.
 */
export function retryReader({ boolean }: Coercion): Reader<false | NormalRetry> {
  return function readRetry(value, trace) {
    if (isMapping(value)) {
      trace?.rule('retry/mapping');
      return readMapping(RETRY, value, trace);
    }
    const retry = boolean(value, trace);
    if (retry instanceof Rejection) {
      return rejectUnknown(
        'retry/kind',
        `expected true, false or a mapping, not ${describe(value)}`,
        TRUE_FALSE,
      );
    }
    if (!retry) {
      trace?.rule('retry/false');
      return false;
    }
    if (trace !== undefined) traceTrue(trace);
    return { on_events: [...EVENTS], duration: '1h' };
  };
}

/** retry/on_events-empty: `on_events` is not empty. */
function readEvents(value: unknown, trace?: Tracer): NormalRetry['on_events'] | Rejection {
  const events = readEventList(value, trace);
  if (events instanceof Rejection) return events;
  const [first, ...rest] = events;
  if (first === undefined) return reject('retry/on_events-empty', 'at least one event is needed');
  return [first, ...rest];
}

/**
 * retry/duration-boolean: A boolean `duration` is 1 or 0 seconds.
 * Other durations give booleans another meaning.
 */
function readRetryDuration(value: unknown, trace?: Tracer): string | Rejection {
  if (typeof value === 'boolean') {
    trace?.rule('retry/duration-boolean');
    return value ? '1s' : '0s';
  }
  const seconds = readSeconds(value, trace);
  return seconds instanceof Rejection ? seconds : formatDuration(seconds);
}

/**
 * retry/true: `retry: true` retries on all three events for an hour.
 * retry/duration-default: `duration` defaults to an hour.
 */
function traceTrue(trace: Tracer): void {
  trace.rule('retry/true');
  trace.enter('on_events', null);
  EVENTS.forEach((_, index) => {
    trace.enter(index, null);
    trace.leave();
  });
  trace.leave();
  trace.byDefault('duration', ['retry/duration-default', 'retry/true'], 'absent');
}
