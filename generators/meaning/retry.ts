import type { NormalRetry } from '../../spec/values.ts';
import { oneOf } from '../choices/choose.ts';
import type { Pen } from '../choices/pen.ts';
import { drawSignedSeconds, normalDuration } from './duration.ts';

export const EVENTS = ['no-capacity', 'interruption', 'error'] as const;

export type Event = (typeof EVENTS)[number];

/** A retry policy. `duration` is in seconds. */
export interface RetryPolicy {
  readonly events: readonly [Event, ...Event[]];
  readonly duration: number;
}

export type Retry = false | RetryPolicy;

/** The duration, in seconds, of a policy that names none. */
export const HOUR = 3_600;

export function drawRetry(pen: Pen): RetryPolicy {
  if (pen.strays(3)) return { events: EVENTS, duration: HOUR };
  return { events: drawEvents(pen), duration: drawRetryDuration(pen) };
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
function drawRetryDuration(pen: Pen): number {
  if (!pen.strays(3)) return drawSignedSeconds(pen);
  return [HOUR, HOUR, 1, 0][pen.source.below(4)] ?? HOUR;
}
