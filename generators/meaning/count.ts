import { oneOf } from '../choices/choose.ts';
import type { Pen } from '../choices/pen.ts';
import { WIDE_INTEGERS, WIDE_NEGATIVE_INTEGERS } from '../document/wide-integers.ts';

const COUNTS = [1, 2, 4, 8, 3, 16, 6, 32, 64, 96, 128] as const;

const ODD_COUNTS = [
  0,
  100_000,
  255,
  1_000,
  7,
  59,
  60,
  61,
  3_600,
  1_048_576,
  65_536,
  2_147_483_648,
  2_147_483_648,
  ...WIDE_INTEGERS,
] as const;

const NEGATIVE_COUNTS = [-1, -2, -3, -4, ...WIDE_NEGATIVE_INTEGERS] as const;

/** Draws a count, such as that of GPUs or CPU cores. */
export function drawCount(pen: Pen): number {
  return pen.strays(4) ? oneOf(pen.source, ODD_COUNTS) : oneOf(pen.source, COUNTS);
}

/** Draws a count that is now and then below zero, which the release accepts for cores and GPUs. */
export function drawSignedCount(pen: Pen): number {
  return pen.strays(24) ? oneOf(pen.source, NEGATIVE_COUNTS) : drawCount(pen);
}

/** Draws a number of nodes, from 1 up. */
export function drawNodes(pen: Pen): number {
  const count = drawCount(pen);
  return count === 0 ? 1 : count;
}

/** Returns the canonical text of a count. */
export function normalCount(count: number): string {
  return `${count}`;
}
