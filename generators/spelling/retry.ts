import {
  EVENTS,
  HOUR,
  RETRY_WITH_EVENTS,
  type Event,
  type Retry,
  type RetryPolicy,
  type RetryRules,
} from '../meaning/retry.ts';
import { boolean, knownText, list, mapping, NULL, text, type Node, type TextNode } from '../document/node.ts';
import type { Pen } from '../choices/pen.ts';
import { spellBoolean } from './boolean.ts';
import { spellSeconds } from './duration.ts';

const ON_EVENTS = knownText('on_events');
const DURATION = knownText('duration');

for (const event of EVENTS) knownText(event);

/**
 * retry/false: `retry: false` does not retry.
 * retry/true: `retry: true` retries on all three events for an hour.
 */
export function spellRetry(retry: Retry, pen: Pen, rules = RETRY_WITH_EVENTS): Node {
  if (retry === false) {
    pen.note('retry/false');
    return spellBoolean(false, pen);
  }
  if (isWhatTrueMeans(retry) && pen.way(1, 2) === 1) {
    pen.note('retry/true');
    return spellBoolean(true, pen);
  }
  return spellPolicy(retry, pen, rules);
}

function isWhatTrueMeans({ events, duration }: RetryPolicy): boolean {
  return duration === HOUR && areAll(events);
}

function areAll(events: readonly Event[]): boolean {
  return events.length === EVENTS.length && events.every((event, at) => event === EVENTS[at]);
}

/**
 * retry/mapping: `retry` may be a mapping of `on_events` and `duration`.
 * retry/duration-default: `duration` defaults to an hour.
 * retry/duration: `duration` is the maximum period of retrying.
 */
function spellPolicy({ events, duration }: RetryPolicy, pen: Pen, { withoutEvents }: RetryRules): Node {
  pen.note('retry/mapping');
  if (withoutEvents !== undefined && areAll(events) && pen.source.below(2) === 1) {
    pen.byDefault(withoutEvents);
    return spellDurationAlone(duration, pen);
  }
  const on_events = spellEvents(events, pen);
  if (duration === HOUR && pen.strays(2)) {
    pen.byDefault('retry/duration-default');
    if (pen.source.below(3) < 2) return mapping([ON_EVENTS], [on_events]);
    pen.note('null/absent');
    return inAnyOrder(pen, on_events, NULL);
  }
  pen.note('retry/duration');
  return inAnyOrder(pen, on_events, spellRetryDuration(duration, pen));
}

/**
 * retry/duration-default: `duration` defaults to an hour.
 * retry/duration: `duration` is the maximum period of retrying.
 */
function spellDurationAlone(duration: number, pen: Pen): Node {
  if (duration === HOUR && pen.strays(2)) {
    pen.byDefault('retry/duration-default');
    return mapping([], []);
  }
  pen.note('retry/duration');
  return mapping([DURATION], [spellRetryDuration(duration, pen)]);
}

/** retry/events: The events are no-capacity, interruption and error. */
function spellEvents(events: readonly Event[], pen: Pen): Node {
  pen.note('retry/events');
  return list(events.map(text));
}

/**
 * retry/duration-boolean: A boolean `duration` is 1 or 0 seconds.
 * Writes a duration, in which `off` means zero seconds.
 */
function spellRetryDuration(seconds: number, pen: Pen): Node {
  if ((seconds !== 0 && seconds !== 1) || pen.way(1, 3) === 0) return spellSeconds(seconds, pen);
  pen.note('retry/duration-boolean');
  return boolean(seconds === 1);
}

function inAnyOrder(pen: Pen, on_events: Node, duration: Node): Node {
  const isReversed = pen.source.below(4) === 3;
  const keys: readonly TextNode[] = isReversed ? [DURATION, ON_EVENTS] : [ON_EVENTS, DURATION];
  return mapping(keys, isReversed ? [duration, on_events] : [on_events, duration]);
}
