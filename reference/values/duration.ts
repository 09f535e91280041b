import { describe } from '../document/describe.ts';
import { Float } from '../document/float.ts';
import { ABSENT } from '../fields/mapping.ts';
import { integerFromText, wholePart } from '../document/numeral.ts';
import type { Tracer } from '../fields/origin.ts';
import { reject, Rejection } from '../document/violation.ts';

const SECONDS = { w: 604_800, d: 86_400, h: 3_600, m: 60, s: 1 } as const;

type Unit = keyof typeof SECONDS;

const UNITS: readonly Unit[] = ['w', 'd', 'h', 'm', 's'];

/** duration/line-break: A line break after the unit means nothing. */
const AMOUNT_AND_UNIT = /^([0-9]+)( *)([smhdw])\n?$/;

/**
 * A duration in seconds: `90m`, `5 m`, 300, `'300'`, -5. Booleans are for the caller to give a meaning.
 * duration/format: Any other text or kind is refused.
 * duration/negative: A negative number of seconds is accepted.
 */
export function readSeconds(value: unknown, trace?: Tracer): number | Rejection {
  const seconds = typeof value === 'string' ? secondsOfText(value, trace) : secondsOfNumber(value, trace);
  if (seconds === undefined) {
    if (value === null) return reject('null/refused', 'expected a duration, not null');
    return reject('duration/format', `expected a duration such as 90m, 2h or 1d, not ${describe(value)}`);
  }
  // NON-SPEC: beyond ±(2^53−1) many languages lose digits, so the suite has no opinion there.
  if (!Number.isSafeInteger(seconds)) return reject('duration/format', `${describe(value)} is too long`);
  if (seconds < 0) trace?.rule('duration/negative');
  return seconds;
}

/**
 * `max_duration`, `stop_duration`: canonical text; `off` is unlimited, and `true` is as good as nothing.
 * duration/off: `off` is unlimited.
 * duration/off-text: The text `off` is unlimited.
 */
export function readDurationOrOff(value: unknown, trace?: Tracer): string | typeof ABSENT | Rejection {
  if (value === false || value === 'off') {
    trace?.rule(value === false ? 'duration/off' : 'duration/off-text');
    return 'off';
  }
  if (value === true) return ABSENT;
  const seconds = readSeconds(value, trace);
  return seconds instanceof Rejection ? seconds : formatDuration(seconds);
}

/** Seconds in the largest of w d h m s that divides them; a negative number stays bare. */
export function formatDuration(seconds: number): string {
  if (seconds < 0) return String(seconds);
  if (seconds === 0) return '0s';
  const unit = UNITS.find((each) => seconds % SECONDS[each] === 0) ?? 's';
  return `${seconds / SECONDS[unit]}${unit}`;
}

/** duration/number: A number is a number of seconds; a fraction is dropped. */
function secondsOfNumber(value: unknown, trace?: Tracer): number | undefined {
  trace?.rule('duration/number');
  if (typeof value === 'number') return wholePart(value);
  if (value instanceof Float) return wholePart(value.value);
  return typeof value === 'bigint' ? Number(value) : undefined;
}

/**
 * duration/text-number: Text of digits is a number of seconds.
 * duration/seconds-weeks: A duration may be in seconds (s) or weeks (w).
 * duration/units: A duration is a number of minutes (m), hours (h) or days (d).
 * duration/spaces: Spaces may stand between number and unit.
 */
function secondsOfText(text: string, trace?: Tracer): number | undefined {
  const bare = integerFromText(text);
  if (bare !== undefined) {
    trace?.rule('duration/text-number');
    return bare === 0 ? 0 : bare;
  }
  const [, amount, spaces, letter] = AMOUNT_AND_UNIT.exec(text) ?? [];
  const unit = UNITS.find((each) => each === letter);
  if (amount === undefined || unit === undefined) return undefined;
  trace?.rule(unit === 's' || unit === 'w' ? 'duration/seconds-weeks' : 'duration/units');
  if (spaces !== '') trace?.rule('duration/spaces');
  if (text.endsWith('\n')) trace?.rule('duration/line-break');
  return Number(amount) * SECONDS[unit];
}
