import { oneOf } from '../choices/choose.ts';
import type { Pen } from '../choices/pen.ts';
import { WIDE_INTEGERS, WIDE_NEGATIVE_INTEGERS } from '../document/wide-integers.ts';
import { drawRange, type Range } from './range.ts';
import { decimal } from '../document/decimal.ts';

const GIGABYTES = [8, 16, 1, 2, 4, 24, 32, 40, 64, 80, 100, 128, 200, 256, 512, 1_000, 1_024, 2_048] as const;

const ODD_SIZES = [
  0.5,
  1.5,
  0,
  0.1,
  0.3,
  8.5,
  24.4,
  12.75,
  1_536,
  10_000,
  0.25,
  0.09765625,
  0.0009765625,
  0.0029296875,
  123_456.789,
  0.0000001,
  1_023.9990234375,
  65_536,
  1_048_576,
  0.30000000000000004,
  0.3333333333333333,
  0.00000095367431640625,
  8_388_607.9990234375,
  4_398_046_511_104,
  ...WIDE_INTEGERS,
] as const;

const NEGATIVE_SIZES = [-1, -8, -0.5, -1_024, ...WIDE_NEGATIVE_INTEGERS] as const;

/** Draws a size in gigabytes. */
export function drawMemory(pen: Pen): number {
  switch (pen.way(1, 16)) {
    case 15:
      return oneOf(pen.source, NEGATIVE_SIZES);
    case 14:
      return (pen.source.below(65_535) + 1) / 1_024;
    case 13:
      return (pen.source.below(9_999) + 1) / 100;
    case 10:
    case 11:
    case 12:
      return oneOf(pen.source, ODD_SIZES);
    default:
      return oneOf(pen.source, GIGABYTES);
  }
}

/** A range of gigabytes. */
export function drawMemoryRange(pen: Pen): Range {
  return drawRange(pen, drawMemory);
}

export function normalMemory(gigabytes: number): string {
  return `${decimal(gigabytes)}GB`;
}
