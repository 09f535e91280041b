import { knownText, list, raw, shapeOfText, text, type Node, type Scalar } from '../document/node.ts';
import { HUGE_TEXTS, LONG_TEXTS } from '../meaning/long-texts.ts';
import { TRICKY_TEXTS } from '../meaning/tricky-texts.ts';
import * as pools from '../meaning/pools.ts';
import type { Pen } from '../choices/pen.ts';
import { twinOf } from '../document/twin.ts';

for (const pool of [TRICKY_TEXTS, LONG_TEXTS, HUGE_TEXTS, ...Object.values(pools)]) pool.forEach(knownText);

/**
 * Writes a text, or a scalar of another type that becomes the same text.
 * text/given: Text is taken as given.
 */
export function spellText(value: string, pen: Pen): Scalar {
  if (pen.way(1, 2) === 1) {
    const twin = twinOf(value, pen.coercion);
    if (twin !== undefined) {
      pen.note(twin.requirement);
      return twin.node;
    }
  }
  pen.note('text/given');
  return text(value);
}

export function spellTexts(values: readonly string[], pen: Pen): Node {
  return spellList(values, pen, spellText);
}

/**
 * Writes one word as a set, which only YAML can do and which means a list of that word.
 * list/set: A YAML set of one element counts as a list.
 */
export function spellTextList(values: readonly string[], pen: Pen): Node {
  const [only, ...more] = values;
  if (only === undefined || more.length > 0 || !pen.yamlOnly || !pen.strays(16) || !isWord(only)) {
    return spellTexts(values, pen);
  }
  pen.note('list/set');
  return raw(`!!set {${only}}`);
}

/** Writes a list of any items, each in a span of its own. */
export function spellList<Item>(
  items: readonly Item[],
  pen: Pen,
  spellItem: (item: Item, pen: Pen) => Node,
): Node {
  return list(spellItems(items, pen, spellItem));
}

export function spellItems<Item>(
  items: readonly Item[],
  pen: Pen,
  spellItem: (item: Item, pen: Pen) => Node,
): Node[] {
  pen.source.enter('part');
  const nodes = items.map((item) => {
    pen.source.enter('item');
    const node = spellItem(item, pen);
    pen.source.leave();
    return node;
  });
  pen.source.leave();
  return nodes;
}

/** Returns whether a text is a word that may stand without quotes anywhere. */
function isWord(value: string): boolean {
  return /^[a-z]/i.test(value) && shapeOfText(text(value)).plain === 'anywhere';
}
