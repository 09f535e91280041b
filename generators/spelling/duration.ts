import type { Duration } from '../meaning/duration.ts';
import { boolean, float, integer, knownText, text, type Node } from '../document/node.ts';
import type { Pen } from '../choices/pen.ts';
import { integerText, withFraction } from './integer.ts';

const OFF = knownText('off');

/** The longest first, so that the plainest spelling is the shortest one. */
const UNITS = [
  ['w', 604_800],
  ['d', 86_400],
  ['h', 3_600],
  ['m', 60],
  ['s', 1],
] as const;

const DOCUMENTED_UNITS = UNITS.slice(1, 4);

/** `max_duration`, `stop_duration`, `idle_duration`. */
export function spellDuration(duration: Duration, pen: Pen): Node {
  return duration === 'off' ? spellOff(pen) : spellSeconds(duration, pen);
}

/** duration/off, duration/off-text. */
function spellOff(pen: Pen): Node {
  if (pen.way(2, 2) === 0) {
    pen.note('duration/off-text');
    return OFF;
  }
  pen.note('duration/off');
  return boolean(false);
}

/** Seconds, as text with a unit or as a number. */
export function spellSeconds(seconds: number, pen: Pen): Node {
  if (seconds < 0) return spellBareSeconds(seconds, pen);
  return pen.way(1, 4) === 3 ? spellBareSeconds(seconds, pen) : text(secondsText(seconds, pen));
}

/** duration/number, duration/text-number, duration/negative. */
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

/** duration/units, duration/seconds-weeks, duration/spaces, duration/line-break. */
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

/** duration/spaces: now and then `90 m`. */
function blankBeforeUnit(pen: Pen): string {
  if (pen.source.below(3) < 2) return '';
  pen.note('duration/spaces');
  return ' ';
}
