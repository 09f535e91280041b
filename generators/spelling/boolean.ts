import { oneOf, type Pool } from '../choices/choose.ts';
import { boolean, float, integer, knownText, text, type Node } from '../document/node.ts';
import type { Pen } from '../choices/pen.ts';

const TRUE_WORDS = inAnyCase('true yes on t y 1');

const FALSE_WORDS = inAnyCase('false no off f n 0');

for (const word of [...TRUE_WORDS, ...FALSE_WORDS]) knownText(word);

/**
 * boolean/true-false: A switch is `true` or `false`.
 * boolean/words: The texts true, yes, on, t, y, 1 and false, no, off, f, n, 0, in any case, are booleans.
 * boolean/numbers: The numbers 1 and 0 are booleans.
 */
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

/** Returns the words as they are, and then each in title, upper and mixed case. A digit has only one form. */
function inAnyCase(words: string): Pool<string> {
  const [first = '', ...rest] = words.split(' ');
  const others = [first, ...rest].flatMap((word) => [titled(word), word.toUpperCase(), mixed(word)]);
  return [first, ...new Set([...rest, ...others].filter((word) => word !== first))];
}

function titled(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Writes every second letter in upper case, as no person would. */
function mixed(word: string): string {
  return Array.from(word, (letter, index) => (index % 2 === 1 ? letter.toUpperCase() : letter)).join('');
}
