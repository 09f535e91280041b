import { oneOf } from '../choices/choose.ts';
import type { Pen } from '../choices/pen.ts';

/** A container port, and the local port that it is mapped to; `null` leaves that open. */
export interface Port {
  readonly local: number | null;
  readonly container: number;
}

/** 22 and 59 make a mapping that looks like a sexagesimal number in YAML. */
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

/** One more than TCP's highest port is the highest that the release takes. */
function drawPortNumber(pen: Pen): number {
  if (pen.strays(24)) return 65_536;
  return pen.source.below(8) === 7 ? 1 + pen.source.below(65_535) : oneOf(pen.source, PORTS);
}
