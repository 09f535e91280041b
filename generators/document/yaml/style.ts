import type { Pen } from '../../choices/pen.ts';

/** The style of a YAML text as a whole. */
export interface Style {
  /** True if every scalar and collection may be written in any way. Otherwise each is written in the plainest way. */
  readonly varied: boolean;
  readonly markers: 'none' | 'start' | 'start-and-end' | 'directive';
  readonly root: 'block' | 'flow';
  readonly comments: boolean;
  /** The line break. The last two break lines in YAML 1.1 only. */
  readonly lineEnds: '\n' | '\r\n' | '\r' | '\u0085';
  /** True if the last line has no line break. */
  readonly endsOpen: boolean;
  readonly byteOrderMark: boolean;
  /** True if repeated values are written once and then referred to by name. */
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

/** Draws a style. Half of all texts are as plain as possible. */
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
