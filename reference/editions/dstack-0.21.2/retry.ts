import { optional } from '../../fields/mapping.ts';
import { refuseNegative } from '../../values/duration.ts';
import { ALL_EVENTS, type RetryRules } from '../../values/retry.ts';

/** `retry` of this edition. */
export const RETRY_RULES: RetryRules = {
  // retry/on_events-default: Without `on_events` all three events are meant.
  withoutEvents: optional(ALL_EVENTS, 'retry/on_events-default'),
  // duration/not-negative: A negative duration is refused.
  negative: refuseNegative,
};
