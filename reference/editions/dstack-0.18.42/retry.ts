import { required } from '../../fields/mapping.ts';
import { noteNegative } from '../../values/duration.ts';
import type { RetryRules } from '../../values/retry.ts';

/** `retry` of this edition. A negative duration is accepted. */
export const RETRY_RULES: RetryRules = {
  // retry/on_events-required: `on_events` is required in the mapping.
  withoutEvents: required('retry/on_events-required'),
  negative: (seconds, trace) => {
    noteNegative(seconds, trace);
    return undefined;
  },
};
