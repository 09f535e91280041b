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
 * Reads a duration and returns seconds: `90m`, `5 m`, 300, `'300'`, -5. Booleans are refused, because each caller
 * gives them its own meaning.
 * duration/format: Any other text or kind is refused.
 */
export function readSeconds(value: unknown, trace?: Tracer): number | Rejection {
  const seconds = typeof value === 'string' ? secondsOfText(value, trace) : secondsOfNumber(value, trace);
  if (seconds === undefined) {
    if (value === null) return reject('null/refused', 'expected a duration, not null');
    return reject('duration/format', `expected a duration such as 90m, 2h or 1d, not ${describe(value)}`);
  }
  // NON-SPEC: beyond ±(2^53−1) many languages lose digits, so the suite has no opinion there.
  if (!Number.isSafeInteger(seconds)) return reject('duration/format', `${describe(value)} is too long`);
  return seconds;
}

/** duration/negative: A negative number of seconds is accepted. */
export function noteNegative(seconds: number, trace: Tracer | undefined): void {
  if (seconds < 0) trace?.rule('duration/negative');
}

/** duration/not-negative: A negative duration is refused. */
export function refuseNegative(seconds: number): Rejection | undefined {
  return seconds < 0 ? reject('duration/not-negative', `${seconds} seconds are less than none`) : undefined;
}

/** Reads `max_duration` or `stop_duration` and returns canonical text. A negative number of seconds is accepted. */
export function readDurationOrOff(value: unknown, trace?: Tracer): string | typeof ABSENT | Rejection {
  const seconds = readSecondsOrOff(value, trace);
  if (typeof seconds !== 'number') return seconds;
  noteNegative(seconds, trace);
  return formatDuration(seconds);
}

/** Reads `max_duration` or `stop_duration` and returns canonical text. A negative number of seconds is refused. */
export function readPeriodOrOff(value: unknown, trace?: Tracer): string | typeof ABSENT | Rejection {
  const seconds = readSecondsOrOff(value, trace);
  return typeof seconds === 'number' ? (refuseNegative(seconds) ?? formatDuration(seconds)) : seconds;
}

/**
 * Reads `idle_duration` and returns canonical text.
 * idle_duration/negative: A negative `idle_duration` is `off`.
 */
export function readIdlePeriod(value: unknown, trace?: Tracer): string | typeof ABSENT | Rejection {
  const seconds = readSecondsOrOff(value, trace);
  if (typeof seconds !== 'number') return seconds;
  if (seconds >= 0) return formatDuration(seconds);
  trace?.rule('idle_duration/negative');
  return 'off';
}

/**
 * Reads a duration in seconds. `off` is unlimited, and `true` means the same as no value.
 * duration/off: `off` is unlimited.
 * duration/off-text: The text `off` is unlimited.
 */
function readSecondsOrOff(value: unknown, trace?: Tracer): number | 'off' | typeof ABSENT | Rejection {
  if (value === false || value === 'off') {
    trace?.rule(value === false ? 'duration/off' : 'duration/off-text');
    return 'off';
  }
  return value === true ? ABSENT : readSeconds(value, trace);
}

/** Writes seconds in the largest of the units w d h m s that divides them. A negative number has no unit. */
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
