import type { Pen } from '../pen.ts';

/** What a YAML text looks like as a whole. */
export interface Style {
  /** Every scalar and collection may be written in any way; else in the plainest one. */
  readonly varied: boolean;
  readonly markers: 'none' | 'start' | 'start-and-end' | 'directive';
  readonly root: 'block' | 'flow';
  readonly comments: boolean;
  readonly lineEnds: '\n' | '\r\n';
  readonly byteOrderMark: boolean;
  /** Repeated values are written once, and then by their name. */
  readonly aliases: boolean;
  readonly merges: boolean;
  readonly repeatsKeys: boolean;
}

export const PLAIN: Style = {
  varied: false,
  markers: 'none',
  root: 'block',
  comments: false,
  lineEnds: '\n',
  byteOrderMark: false,
  aliases: false,
  merges: false,
  repeatsKeys: false,
};

const MARKERS = ['start', 'start-and-end', 'directive'] as const;

/** Half of all texts are as plain as they can be. */
export function drawStyle(pen: Pen): Style {
  if (pen.documented || pen.source.below(2) === 0) return PLAIN;
  const { source } = pen;
  return {
    varied: source.below(4) !== 3,
    markers: MARKERS[source.below(12) - 9] ?? 'none',
    root: source.below(4) === 3 ? 'flow' : 'block',
    comments: source.below(4) === 3,
    lineEnds: source.below(12) === 11 ? '\r\n' : '\n',
    byteOrderMark: source.below(16) === 15,
    aliases: source.below(4) === 3,
    merges: source.below(6) === 5,
    repeatsKeys: source.below(8) === 7,
  };
}
