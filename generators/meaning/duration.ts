import { oneOf } from '../choices/choose.ts';
import type { Pen } from '../choices/pen.ts';
import { WIDE_INTEGERS, WIDE_NEGATIVE_INTEGERS } from '../document/wide-integers.ts';

/** A duration in seconds, or unlimited. */
export type Duration = number | 'off';

/**
 * Minutes whose seconds exceed 32 bits, and which are whole minutes, hours, days and weeks: from `35791395m` to the
 * greatest duration below 2^53.
 */
const WIDE_MINUTES = [
  2_147_483_700, 4_294_969_200, 8_640_000_000, 6_048_000_000, 9_007_199_254_740_960, 9_007_199_254_368_000,
  4_295_289_600, 60_480_000_000,
] as const;

/** Durations in whole minutes, which the documented units can say. */
const MINUTES = [
  3_600,
  7_200,
  300,
  60,
  86_400,
  1_800,
  5_400,
  14_400,
  172_800,
  604_800,
  120,
  3_540,
  3_660,
  86_340,
  864_000,
  0,
  90_000,
  691_200,
  86_460,
  601_200,
  ...WIDE_MINUTES,
] as const;

const SECONDS = [
  30,
  90,
  1,
  10,
  59,
  61,
  119,
  3_599,
  3_601,
  3_630,
  86_399,
  86_401,
  604_799,
  604_801,
  1_209_600,
  31_536_000,
  299,
  1_342,
  100_000,
  ...WIDE_INTEGERS,
] as const;

const NEGATIVE = [-1, -5, -60, -300, -3_600, -86_400, ...WIDE_NEGATIVE_INTEGERS] as const;

export function drawDuration(pen: Pen): Duration {
  return pen.source.below(8) === 7 ? 'off' : drawSignedSeconds(pen);
}

/** Draws a duration that is not negative. */
export function drawPeriod(pen: Pen): Duration {
  return pen.source.below(8) === 7 ? 'off' : drawSeconds(pen);
}

/** Draws seconds, now and then below zero, where that has a meaning of its own. */
export function drawSignedSeconds(pen: Pen): number {
  return pen.strays(12) ? oneOf(pen.source, NEGATIVE) : drawSeconds(pen);
}

/** Draws seconds, from 0 up. */
export function drawSeconds(pen: Pen): number {
  switch (pen.way(1, 4)) {
    case 0:
    case 1:
      return oneOf(pen.source, MINUTES);
    case 2:
      return oneOf(pen.source, SECONDS);
    default:
      return pen.source.below(1_000_000);
  }
}

const UNITS = [
  ['w', 604_800],
  ['d', 86_400],
  ['h', 3_600],
  ['m', 60],
] as const;

/**
 * Writes the canonical text. It is not taken from the reference, because two independent implementations must agree.
 */
export function normalDuration(duration: Duration): string {
  if (duration === 'off') return 'off';
  if (duration < 0) return `${duration}`;
  if (duration === 0) return '0s';
  for (const [unit, seconds] of UNITS) {
    if (duration % seconds === 0) return `${duration / seconds}${unit}`;
  }
  return `${duration}s`;
}
