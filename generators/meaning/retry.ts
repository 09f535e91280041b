import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import type { NormalRetry } from '../../spec/values.ts';
import { oneOf } from '../choices/choose.ts';
import type { Pen } from '../choices/pen.ts';
import { drawSeconds, drawSignedSeconds, normalDuration } from './duration.ts';

export const EVENTS = ['no-capacity', 'interruption', 'error'] as const;

export type Event = (typeof EVENTS)[number];

/** A retry policy. `duration` is in seconds. */
export interface RetryPolicy {
  readonly events: readonly [Event, ...Event[]];
  readonly duration: number;
}

export type Retry = false | RetryPolicy;

/** What differs between editions. */
export interface RetryRules {
  /** The requirement behind events that are left out; absent where they are required. */
  readonly withoutEvents?: RequirementId;
  readonly drawDuration: (pen: Pen) => number;
}

/** The events are required, and a duration may be negative. */
export const RETRY_WITH_EVENTS: RetryRules = { drawDuration: drawSignedSeconds };

export const RETRY_ON_ANY_EVENT: RetryRules = {
  // retry/on_events-default: Without `on_events` all three events are meant.
  withoutEvents: 'retry/on_events-default',
  drawDuration: drawSeconds,
};

/** The duration, in seconds, of a policy that names none. */
export const HOUR = 3_600;

export function drawRetry(pen: Pen, rules = RETRY_WITH_EVENTS): RetryPolicy {
  if (pen.strays(3)) return { events: EVENTS, duration: HOUR };
  return { events: drawEventsOf(pen, rules), duration: drawRetryDuration(pen, rules) };
}

/** Draws all events in their order now and then, where leaving them out says that. */
function drawEventsOf(pen: Pen, { withoutEvents }: RetryRules): readonly [Event, ...Event[]] {
  return withoutEvents !== undefined && pen.source.below(3) === 1 ? EVENTS : drawEvents(pen);
}

export function normalRetry(retry: Retry): false | NormalRetry {
  if (retry === false) return false;
  const [first, ...rest] = retry.events;
  return { on_events: [first, ...rest], duration: normalDuration(retry.duration) };
}

function drawEvents(pen: Pen): readonly [Event, ...Event[]] {
  const { source } = pen;
  const events: [Event, ...Event[]] = [oneOf(source, EVENTS)];
  for (let more = source.below(4); more > 0; more -= 1) events.push(oneOf(source, EVENTS));
  return events;
}

/** Draws a duration. Zero, one second and one hour are frequent, because their spellings are special. */
function drawRetryDuration(pen: Pen, { drawDuration }: RetryRules): number {
  if (!pen.strays(3)) return drawDuration(pen);
  return [HOUR, HOUR, 1, 0][pen.source.below(4)] ?? HOUR;
}
