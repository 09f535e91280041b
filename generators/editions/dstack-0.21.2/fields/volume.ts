import type { Pen } from '../../../choices/pen.ts';
import { drawVolume, type Volume } from '../../../meaning/volume.ts';

/** Draws a volume, which may be mounted anywhere, also where repositories were once. */
export function drawTaskVolume(pen: Pen): Volume {
  const volume = drawVolume(pen);
  if (!pen.strays(16)) return volume;
  return { ...volume, path: pen.source.below(2) === 0 ? '/workflow' : '/workflow/data' };
}
