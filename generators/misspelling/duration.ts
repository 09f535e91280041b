import type { Fault } from './fault.ts';
import { integerIn } from './numeral.ts';

/**
 * Matches a valid amount and unit. The release accepts a line break at the very end. Digits beyond ASCII are out of
 * scope, so they match and are never called wrong.
 */
const AMOUNT_AND_UNIT = /^\p{Nd}+ *[smhdw]\n?$/u;

/**
 * duration/off-text: The text `off` is unlimited.
 * `max_duration`, `stop_duration` and `idle_duration` take it.
 */
export function durationFault(text: string): Fault {
  return text === 'off' ? undefined : secondsFault(text);
}

/** duration/format: Any other text or kind is refused. */
export function secondsFault(text: string): Fault {
  return integerIn(text) === 'none' && !AMOUNT_AND_UNIT.test(text) ? 'duration/format' : undefined;
}
