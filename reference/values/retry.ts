import type { NormalRetry } from '../../spec/values.ts';
import type { Coercion } from '../coercion/coercion.ts';
import { describe } from '../document/describe.ts';
import { formatDuration, readSeconds } from './duration.ts';
import { listOf } from '../fields/list.ts';
import { field, optional, readMapping, tableOf, type Field, type Table } from '../fields/mapping.ts';
import type { Tracer } from '../fields/origin.ts';
import type { Reader } from '../fields/reader.ts';
import { reject, rejectUnknown, Rejection } from '../document/violation.ts';
import { isMapping } from '../document/is-mapping.ts';

/** The words to suggest for a misspelled one. */
const TRUE_FALSE = ['true', 'false'];

const EVENTS = ['no-capacity', 'interruption', 'error'] as const;

/** What differs between editions. */
export interface RetryRules {
  /** What a mapping without `on_events` means. */
  readonly withoutEvents: Field<NormalRetry['on_events']>['absence'];
  /** Decides about a negative duration, or notes that there is one. */
  readonly negative: (seconds: number, trace: Tracer | undefined) => Rejection | undefined;
}

/** All events, for `withoutEvents`. */
export const ALL_EVENTS: NormalRetry['on_events'] = [...EVENTS];

function retryTable({ choice }: Coercion, { withoutEvents, negative }: RetryRules): Table<NormalRetry> {
  const readEventList = listOf(choice(EVENTS, 'retry/events'));
  return tableOf<NormalRetry>(
    {
      // retry/events: The events are no-capacity, interruption and error.
      on_events: field(
        (value, trace) => readEvents(value, readEventList, trace),
        'retry/events',
        withoutEvents,
      ),
      // retry/duration: `duration` is the maximum period of retrying.
      // retry/duration-default: `duration` defaults to an hour.
      duration: field(
        (value, trace) => readRetryDuration(value, negative, trace),
        'retry/duration',
        optional('1h', 'retry/duration-default'),
      ),
    },
    { kind: 'retry/kind', unknown: 'retry/known-fields' },
    (defaults) => ({ ...defaults }),
  );
}

/**
 * Returns `false`, or the events to retry on and for how long.
 * retry/true: `retry: true` retries on all three events for an hour.
 * retry/mapping: `retry` may be a mapping of `on_events` and `duration`.
 * retry/kind: `retry` is a boolean or a mapping.
 * retry/false: `retry: false` does not retry.
 */
export function retryReader(coercion: Coercion, rules: RetryRules): Reader<false | NormalRetry> {
  const { boolean } = coercion;
  const table = retryTable(coercion, rules);
  return function readRetry(value, trace) {
    if (isMapping(value)) {
      trace?.rule('retry/mapping');
      return readMapping(table, value, trace);
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
function readEvents(
  value: unknown,
  readEventList: Reader<NormalRetry['on_events']>,
  trace?: Tracer,
): NormalRetry['on_events'] | Rejection {
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
function readRetryDuration(
  value: unknown,
  negative: RetryRules['negative'],
  trace?: Tracer,
): string | Rejection {
  if (typeof value === 'boolean') {
    trace?.rule('retry/duration-boolean');
    return value ? '1s' : '0s';
  }
  const seconds = readSeconds(value, trace);
  if (seconds instanceof Rejection) return seconds;
  return negative(seconds, trace) ?? formatDuration(seconds);
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
