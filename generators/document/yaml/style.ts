import type { Pen } from '../../choices/pen.ts';

/** What a YAML text looks like as a whole. */
export interface Style {
  /** Every scalar and collection may be written in any way; else in the plainest one. */
  readonly varied: boolean;
  readonly markers: 'none' | 'start' | 'start-and-end' | 'directive';
  readonly root: 'block' | 'flow';
  readonly comments: boolean;
  /** The last two end a line in YAML 1.1 only. */
  readonly lineEnds: '\n' | '\r\n' | '\r' | '\u0085';
  /** Whether the last line lacks its end. */
  readonly endsOpen: boolean;
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
  endsOpen: false,
  byteOrderMark: false,
  aliases: false,
  merges: false,
  repeatsKeys: false,
};

const MARKERS = ['start', 'start-and-end', 'directive'] as const;

const LINE_ENDS = ['\r\n', '\r\n', '\r', '\u0085'] as const;

/** Half of all texts are as plain as they can be. */
export function drawStyle(pen: Pen): Style {
  if (pen.documented || pen.source.below(2) === 0) return PLAIN;
  const { source } = pen;
  return {
    varied: source.below(4) !== 3,
    markers: MARKERS[source.below(12) - 9] ?? 'none',
    root: source.below(4) === 3 ? 'flow' : 'block',
    comments: source.below(4) === 3,
    lineEnds: LINE_ENDS[source.below(16) - 12] ?? '\n',
    endsOpen: source.below(12) === 11,
    byteOrderMark: source.below(16) === 15,
    aliases: source.below(4) === 3,
    merges: source.below(6) === 5,
    repeatsKeys: source.below(8) === 7,
  };
}
