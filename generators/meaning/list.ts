import { oneOf, type Pool } from '../choices/choose.ts';
import type { Pen } from '../choices/pen.ts';

/** The greatest length of a list, and the likelihood of one more item. */
interface Length {
  /** The greatest number of items. */
  readonly most: number;
  /** One item in this many is the last one, unless `most` ends the list. */
  readonly oneIn: number;
}

const SHORT: Length = { most: 41, oneIn: 3 };

const LONG: Length = { most: 41, oneIn: 13 };

const ELEVEN = exactly(11);
const HUNDRED = exactly(100);
const THOUSAND = exactly(1_000);
/** A length beyond programs that keep only 1,000 or 1,024 items. */
const BEYOND = exactly(1_025);

/**
 * Lengths at which readers, counters and buffers of programs behave differently. Each occurs as often as its weight.
 */
const EXTREMES: Pool<Length> = [
  ELEVEN,
  ...Array.from({ length: 8 }, () => ELEVEN),
  ...Array.from({ length: 11 }, () => HUNDRED),
  ...Array.from({ length: 5 }, () => THOUSAND),
  ...Array.from({ length: 3 }, () => BEYOND),
];

/** Number of decisions about the length of a list. The last ones are the extremes. */
const LENGTHS = 8_192;

/**
 * Draws a list with at least `least` items, each of which can be removed on its own. It usually has one to three, and
 * rarely up to 1,025.
 */
export function drawList<Item>(pen: Pen, least: number, drawItem: () => Item): Item[] {
  pen.source.enter('part');
  const items = drawItems(pen, lengthOf(pen.source.below(LENGTHS)), least, drawItem);
  pen.source.leave();
  return items;
}

/** Draws a list of 11, 100 or, more rarely, 1,000 or 1,025 items, each of which can be removed on its own. */
export function drawLongList<Item>(pen: Pen, drawItem: () => Item): Item[] {
  return pen.part(() => drawLongItems(pen, drawItem));
}

/** Does the same as `drawLongList` for a caller that has begun the span of the list. */
export function drawLongItems<Item>(pen: Pen, drawItem: (index: number) => Item): Item[] {
  return drawItems(pen, oneOf(pen.source, EXTREMES), 1, drawItem);
}

/** Returns the length for a decision. One list in 64 is long. */
function lengthOf(decision: number): Length {
  if (decision < LENGTHS - 128) return SHORT;
  return EXTREMES[decision - (LENGTHS - EXTREMES.length)] ?? LONG;
}

/**
 * Returns an exact length. Only the decision 0 ends such a list early, so a replay without the decisions of its last
 * items gives a shorter list.
 */
function exactly(most: number): Length {
  return { most, oneIn: 1_048_576 };
}

function drawItems<Item>(
  { source }: Pen,
  { most, oneIn }: Length,
  least: number,
  drawItem: (index: number) => Item,
): Item[] {
  const items: Item[] = [];
  for (let ends = false; !ends;) {
    source.enter('item');
    const stops = source.below(oneIn) === 0;
    ends = items.length === most || (stops && items.length >= least);
    if (!ends) items.push(drawItem(items.length));
    source.leave();
  }
  return items;
}
