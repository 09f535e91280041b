import type { Pen } from '../choices/pen.ts';

/** A range of counts or sizes; at least one end is not `null`, and `min` is not above `max`. */
export interface Range {
  readonly min: number | null;
  readonly max: number | null;
}

export function single(value: number): Range {
  return { min: value, max: value };
}

export function isSameRange(left: Range, right: Range): boolean {
  return left.min === right.min && left.max === right.max;
}

export function drawRange(pen: Pen, drawEnd: (pen: Pen) => number): Range {
  const kind = pen.way(6, 8);
  const end = drawEnd(pen);
  if (kind <= 1) return { min: end, max: null };
  if (kind <= 3) return single(end);
  if (kind >= 6) return { min: null, max: end };
  const other = drawEnd(pen);
  return other < end ? { min: other, max: end } : { min: end, max: other };
}

export function normalRange({ min, max }: Range, normalEnd: (end: number) => string): string {
  if (min === max && min !== null) return normalEnd(min);
  return `${min === null ? '' : normalEnd(min)}..${max === null ? '' : normalEnd(max)}`;
}
