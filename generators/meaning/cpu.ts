import type { NormalCpu } from '../../spec/values.ts';
import { oneOf } from '../choices/choose.ts';
import type { Pen } from '../choices/pen.ts';
import { drawSignedCount, normalCount } from './count.ts';
import { drawRange, normalRange, type Range } from './range.ts';

export type Architecture = NonNullable<NormalCpu['arch']>;

/** A number of cores, and the architecture, where `null` accepts any. */
export interface Cpu {
  readonly arch: Architecture | null;
  readonly count: Range;
}

/** The number of cores that a CPU means which names none. */
export const DEFAULT_CORES: Range = { min: 2, max: null };

/** Draws a CPU, of the architecture arm only if the task has an image for it. */
export function drawCpu(pen: Pen, allowsArm: boolean): Cpu {
  const { source } = pen;
  const arch = source.below(3) < 2 ? null : oneOf<Architecture>(source, allowsArm ? ['x86', 'arm'] : ['x86']);
  return { arch, count: source.below(4) === 3 ? DEFAULT_CORES : drawRange(pen, drawSignedCount) };
}

export function normalCpu({ arch, count }: Cpu): NormalCpu {
  return { arch, count: normalRange(count, normalCount) };
}
