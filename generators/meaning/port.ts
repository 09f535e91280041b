import { oneOf } from '../choices/choose.ts';
import type { Pen } from '../choices/pen.ts';

/** A container port, and the local port that it is mapped to; `null` leaves the local port open. */
export interface Port {
  readonly local: number | null;
  readonly container: number;
}

/** What differs between editions. */
export interface PortRules {
  readonly highest: number;
  /** What the text of a port that stands alone may hold besides digits: blanks and a sign, or a line break. */
  readonly alone: 'numeral' | 'digits';
}

/** Ports up to one more than TCP's highest. Alone, they are what an integer is. */
export const PORTS_OF_INTEGERS: PortRules = { highest: 65_536, alone: 'numeral' };

/** The ports of TCP. In text they are digits. */
export const PORTS_OF_TCP: PortRules = { highest: 65_535, alone: 'digits' };

/** Ports. The mapping of 22 and 59 looks like a sexagesimal number in YAML. */
const PORTS = [8_000, 8_080, 80, 443, 22, 1, 6_006, 8_888, 3_000, 59, 60, 10, 65_535, 7_860, 8_501] as const;

export function drawPort(pen: Pen, rules = PORTS_OF_INTEGERS): Port {
  const way = pen.way(4, 6);
  const container = drawPortNumber(pen, rules);
  if (way >= 4) return { local: null, container };
  return way <= 1 ? { local: container, container } : { local: drawPortNumber(pen, rules), container };
}

export function normalPort({ local, container }: Port): string {
  return `${local ?? '*'}:${container}`;
}

/** Draws a port, now and then the highest one. */
function drawPortNumber(pen: Pen, { highest }: PortRules): number {
  if (pen.strays(24)) return highest;
  return pen.source.below(8) === 7 ? 1 + pen.source.below(65_535) : oneOf(pen.source, PORTS);
}
