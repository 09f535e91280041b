import type { Pen } from '../choices/pen.ts';

/** A document leaves a field out, gives its default, says that it is absent, or gives another value. */
export type Presence = 'left-out' | 'default' | 'absent' | 'given';

/** The number of fields in a document: only the required ones, a few, as many as in most files, or most of them. */
export type Density = 'bare' | 'sparse' | 'usual' | 'dense';

export function drawDensity(pen: Pen): Density {
  const density = pen.source.below(128);
  if (density === 127) return 'bare';
  return density < 56 ? 'sparse' : density < 120 ? 'usual' : 'dense';
}

/**
 * Draws the presence of a field that `popularity` of 256 usual files have. Four of 256 give its default and four say
 * that it is absent, or eight give its default in documented cases.
 */
export function drawPresence(pen: Pen, popularity: number, density: Density): Presence {
  if (density === 'bare') return 'left-out';
  const given = 256 - sharesOf(popularity, density);
  const drawn = pen.source.below(256);
  if (drawn < given - 8) return 'left-out';
  if (drawn >= given) return 'given';
  return drawn < given - 4 || pen.documented ? 'default' : 'absent';
}

function sharesOf(popularity: number, density: Exclude<Density, 'bare'>): number {
  switch (density) {
    case 'sparse':
      return popularity >> 2;
    case 'usual':
      return popularity;
    case 'dense':
      return 128 + (popularity >> 1);
  }
}
