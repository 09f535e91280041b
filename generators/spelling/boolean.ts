import { oneOf } from '../choose.ts';
import { boolean, float, integer, knownText, text, type Node } from '../node.ts';
import type { Pen } from '../pen.ts';

const TRUE_WORDS = ['true', 'yes', 'on', 't', 'y', '1', 'True', 'YES', 'On', 'TRUE', 'Y', 'tRuE'] as const;

const FALSE_WORDS = [
  'false',
  'no',
  'off',
  'f',
  'n',
  '0',
  'False',
  'NO',
  'Off',
  'FALSE',
  'N',
  'fAlSe',
] as const;

for (const word of [...TRUE_WORDS, ...FALSE_WORDS]) knownText(word);

/** boolean/true-false, boolean/words, boolean/numbers. */
export function spellBoolean(value: boolean, pen: Pen): Node {
  switch (pen.way(1, 4)) {
    case 2:
      pen.note('boolean/words');
      return text(oneOf(pen.source, value ? TRUE_WORDS : FALSE_WORDS));
    case 3:
      pen.note('boolean/numbers');
      return pen.source.below(3) === 2 ? float(Number(value)) : integer(Number(value));
    default:
      pen.note('boolean/true-false');
      return boolean(value);
  }
}
