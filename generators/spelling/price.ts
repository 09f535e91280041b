import { boolean, float, integer, text, type Node } from '../document/node.ts';
import type { Pen } from '../choices/pen.ts';
import { decimal } from '../document/decimal.ts';

/**
 * Writes a price as a number or as text.
 * max_price/from-text: Text of a decimal number is a price, and `true` is 1.
 */
export function spellPrice(price: number, pen: Pen): Node {
  switch (pen.way(1, 6)) {
    case 3:
      return float(price);
    case 4:
      pen.note('max_price/from-text');
      return text(priceText(price, pen));
    case 5:
      if (price !== 1) break;
      pen.note('max_price/from-text');
      return boolean(true);
    default:
  }
  return Number.isInteger(price) ? integer(price) : float(price);
}

function priceText(price: number, pen: Pen): string {
  const shortest = decimal(price);
  switch (pen.source.below(10)) {
    case 2:
      return ` ${shortest} `;
    case 3:
      return Number.isInteger(price) ? `${shortest}.0` : `${shortest}0`;
    case 4:
      return `+${shortest}`;
    case 5:
      return oneSided(shortest);
    case 6:
      return `+${oneSided(shortest)}`;
    case 7:
      return `\t${shortest}\n`;
    case 8:
      return `\u3000${shortest}\u00a0`;
    case 9:
      return price.toExponential().toUpperCase();
    default:
      return shortest;
  }
}

/** Writes `.5` for `0.5`, or `5.` for `5`: a number with digits on one side of the dot only. */
function oneSided(shortest: string): string {
  if (shortest.startsWith('0.')) return shortest.slice(1);
  return shortest.includes('.') ? shortest : `${shortest}.`;
}
