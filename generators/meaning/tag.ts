import { oneOf } from '../choices/choose.ts';
import type { Pen } from '../choices/pen.ts';

/** A tag. `place` is the position of its key among all keys, sorted by code point. */
export interface Tag {
  readonly key: string;
  readonly place: number;
  readonly value: string;
}

/** Keys sorted by code point, so that a tag's place in the normal form is its place here. */
const SORTED_KEYS = [
  '-',
  '12',
  '1A',
  '2',
  'A',
  'True',
  '_',
  '__proto__',
  'a',
  'a\n',
  'a-b',
  'a_b',
  'constructor',
  'cost-center',
  'env',
  'k'.repeat(60),
  'no',
  'null',
  'team',
] as const;

/** The keys that people write. */
const USUAL = [
  SORTED_KEYS.indexOf('team'),
  SORTED_KEYS.indexOf('env'),
  SORTED_KEYS.indexOf('cost-center'),
  SORTED_KEYS.indexOf('a'),
] as const;

const VALUES = ['vision', 'prod', '', '12', 'true', 'x y', 'a.b:c/d=e_f-g+h@i', 'no', '1.5', ' a '] as const;

/** Values that are seldom: the longest one, and some with a line break at the end. */
const ODD_VALUES = ['v'.repeat(256), 'x\n', '\n', `${'v'.repeat(256)}\n`] as const;

/** Draws up to four tags with different keys, in any order. */
export function drawTags(pen: Pen): Tag[] {
  const { source } = pen;
  const tags: Tag[] = [];
  source.enter('part');
  for (let most = source.below(4) + (pen.strays(12) ? 0 : 1); most > 0; most -= 1) {
    source.enter('item');
    const place = pen.strays(3) ? source.below(SORTED_KEYS.length) : oneOf(source, USUAL);
    const value = drawValue(pen);
    if (!tags.some((each) => each.place === place))
      tags.push({ key: SORTED_KEYS[place] ?? 'a', place, value });
    source.leave();
  }
  source.leave();
  return tags;
}

function drawValue(pen: Pen): string {
  return pen.strays(10) ? oneOf(pen.source, ODD_VALUES) : oneOf(pen.source, VALUES);
}

/** Returns the tags as a mapping, sorted by key. */
export function normalTags(tags: readonly Tag[]): Record<string, string> {
  const sorted = tags.toSorted((left, right) => left.place - right.place);
  return Object.fromEntries(sorted.map(({ key, value }) => [key, value]));
}
