import { oneOf } from '../choices/choose.ts';
import type { Pen } from '../choices/pen.ts';

/** A container port, and the local port that it is mapped to; `null` leaves the local port open. */
export interface Port {
  readonly local: number | null;
  readonly container: number;
}

/** Ports. The mapping of 22 and 59 looks like a sexagesimal number in YAML. */
const PORTS = [8_000, 8_080, 80, 443, 22, 1, 6_006, 8_888, 3_000, 59, 60, 10, 65_535, 7_860, 8_501] as const;

export function drawPort(pen: Pen): Port {
  const way = pen.way(4, 6);
  const container = drawPortNumber(pen);
  if (way >= 4) return { local: null, container };
  return way <= 1 ? { local: container, container } : { local: drawPortNumber(pen), container };
}

export function normalPort({ local, container }: Port): string {
  return `${local ?? '*'}:${container}`;
}

/** Draws a port. The highest port that the release accepts is one more than TCP's highest. */
function drawPortNumber(pen: Pen): number {
  if (pen.strays(24)) return 65_536;
  return pen.source.below(8) === 7 ? 1 + pen.source.below(65_535) : oneOf(pen.source, PORTS);
}
