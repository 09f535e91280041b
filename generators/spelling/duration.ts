import type { Duration } from '../meaning/duration.ts';
import { boolean, float, integer, knownText, newText, text, type Node } from '../document/node.ts';
import type { Pen } from '../choices/pen.ts';
import { integerText, withFraction } from './integer.ts';

const OFF = knownText('off');

/** Units in seconds. The longest comes first, so that the plainest spelling is the shortest one. */
const UNITS = [
  ['w', 604_800],
  ['d', 86_400],
  ['h', 3_600],
  ['m', 60],
  ['s', 1],
] as const;

const DOCUMENTED_UNITS = UNITS.slice(1, 4);

/** Writes `max_duration`, `stop_duration` or `idle_duration`. */
export function spellDuration(duration: Duration, pen: Pen): Node {
  return duration === 'off' ? spellOff(pen) : spellSeconds(duration, pen);
}

/**
 * duration/off: `off` is unlimited.
 * duration/off-text: The text `off` is unlimited.
 */
function spellOff(pen: Pen): Node {
  if (pen.way(2, 2) === 0) {
    pen.note('duration/off-text');
    return OFF;
  }
  pen.note('duration/off');
  return boolean(false);
}

/** Writes seconds as text with a unit, or as a number. */
export function spellSeconds(seconds: number, pen: Pen): Node {
  if (seconds < 0) return spellBareSeconds(seconds, pen);
  return pen.way(1, 4) === 3 ? spellBareSeconds(seconds, pen) : newText(secondsText(seconds, pen));
}

/**
 * duration/number: A number is a number of seconds; a fraction is dropped.
 * duration/text-number: Text of digits is a number of seconds.
 * duration/negative: A negative number of seconds is accepted.
 */
function spellBareSeconds(seconds: number, pen: Pen): Node {
  if (seconds < 0) pen.note('duration/negative');
  const way = pen.source.below(4);
  if (way === 2) {
    pen.note('duration/text-number');
    return text(integerText(seconds, pen));
  }
  pen.note('duration/number');
  if (way !== 3) return integer(seconds);
  return float(withFraction(seconds, pen.source.below(2) === 0 ? 0 : 0.75));
}

/**
 * duration/units: A duration is a number of minutes (m), hours (h) or days (d).
 * duration/seconds-weeks: A duration may be in seconds (s) or weeks (w).
 * duration/spaces: Spaces may stand between number and unit.
 * duration/line-break: A line break after the unit means nothing.
 */
function secondsText(seconds: number, pen: Pen): string {
  const fitting = (pen.documented ? DOCUMENTED_UNITS : UNITS).filter(([, size]) => seconds % size === 0);
  const [unit, size] = fitting[pen.source.below(fitting.length)] ?? ['s', 1];
  pen.note(unit === 's' || unit === 'w' ? 'duration/seconds-weeks' : 'duration/units');
  const amount = seconds / size;
  switch (pen.way(1, 24)) {
    case 21:
    case 22:
    case 23:
      pen.note('duration/spaces');
      return `${amount}${pen.source.below(3) === 2 ? '   ' : ' '}${unit}`;
    case 20:
      pen.note('duration/line-break');
      return `${amount}${blankBeforeUnit(pen)}${unit}\n`;
    default:
      return `${amount}${unit}`;
  }
}

/** duration/spaces: Spaces may stand between number and unit. */
function blankBeforeUnit(pen: Pen): string {
  if (pen.source.below(3) < 2) return '';
  pen.note('duration/spaces');
  return ' ';
}
