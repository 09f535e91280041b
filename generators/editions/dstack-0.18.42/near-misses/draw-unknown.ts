import { oneOf, oneOfTheFirst, type Pool } from '../../../choices/choose.ts';
import type { Source } from '../../../choices/source.ts';
import type { Node } from '../../../document/node.ts';
import { editText } from '../../../misspelling/edit.ts';
import { nodesOf } from '../mutations/field.ts';
import { FOREIGN_NAMES, KNOWN, LEGACY, LONG_NAMES } from './known-names.ts';
import { rightValueOf } from './right-value.ts';

/** A field that a mapping does not know, and its value. */
export interface Unknown {
  readonly name: string;
  readonly value: Node;
}

/** The fields of a mapping, and other names that people expect in it. */
export interface Vocabulary {
  readonly known: Pool<string>;
  readonly expected: Pool<string>;
}

/** A name, and the known name that it resembles or that means the same to some people, if there is one. */
interface Likeness {
  readonly name: string;
  readonly like?: string;
}

/** A name that seldom is known is drawn in so many tries; after that, one that never is. */
const TRIES = 6;

/**
 * Draws a field that is not among the known ones. Its value makes no difference to the verdict. In half of the cases
 * it is the value of a known field, so that a program that confuses the two has nothing else to refuse.
 */
export function drawUnknown(words: Vocabulary, source: Source): Unknown {
  const { name, like } = drawUnknownName(words, source);
  const value = like === undefined ? undefined : rightValueOf(like);
  return {
    name,
    value: value !== undefined && source.below(2) === 1 ? value : oneOfTheFirst(source, ANYTHING),
  };
}

const ANYTHING = nodesOf([1, 'a', 'a b', true, null, [], {}, '', false, '2h', ['a'], { a: 1 }, 0, '16GB']);

function drawUnknownName(words: Vocabulary, source: Source): Likeness {
  for (let tries = 0; tries < TRIES; tries += 1) {
    source.enter('part');
    const drawn = drawName(words, source);
    source.leave();
    if (!words.known.includes(drawn.name) && !LEGACY.has(drawn.name)) return drawn;
  }
  return { name: 'foo' };
}

const LETTERS = ['s', '_', '-', ' ', 'x', '1', 'x-', '.'] as const;

function drawName(words: Vocabulary, source: Source): Likeness {
  const { known } = words;
  switch (source.below(9)) {
    case 1:
    case 2:
      return changed(oneOf(source, known), (name) => editText(name, LETTERS, source));
    case 3:
    case 4:
    case 5:
      return changed(oneOf(source, known), (name) => inAnotherStyle(name, source));
    case 6:
      return changed(oneOf(source, KNOWN[oneOf(source, MAPPINGS)]), (name) => name);
    case 7:
      return { name: source.below(6) === 5 ? oneOf(source, LONG_NAMES) : randomName(source) };
    default:
      return drawForeign(words, source);
  }
}

function changed(like: string, change: (name: string) => string): Likeness {
  return { name: change(like), like };
}

/** Means the same as some known field, but for an extension, which means nothing: `x-note`. */
function drawForeign({ known, expected }: Vocabulary, source: Source): Likeness {
  const name = source.below(2) === 0 ? oneOfTheFirst(source, expected) : oneOf(source, FOREIGN_NAMES);
  return source.below(3) === 2 ? { name: `x-${name}` } : { name, like: oneOf(source, known) };
}

/** A field of any mapping may be unknown to another. */
const MAPPINGS = [
  'task',
  'resources',
  'gpu',
  'disk',
  'range',
  'retry',
  'registryAuth',
  'networkVolume',
  'instanceVolume',
  'port',
] as const;

/**
 * Writes a name in the styles of other languages and tools, with the beginning or the end of a known one, or
 * abbreviated.
 */
function inAnotherStyle(name: string, source: Source): string {
  const styles = [
    `x-${name}`,
    camel(name),
    name.replaceAll('_', '-'),
    name.toUpperCase(),
    name.charAt(0).toUpperCase() + name.slice(1),
    name.endsWith('s') ? name.slice(0, -1) : `${name}s`,
    name.replaceAll('_', ' '),
    name.replaceAll('_', ''),
    camel(name).replace(/^./, (first) => first.toUpperCase()),
    `_${name}`,
    `${name}_`,
    `${name}.${name}`,
    name.slice(0, -2),
    name.split('_').reverse().join('_'),
    `x_${name}`,
    `${name}?`,
    name.slice(0, 3 + source.below(2)),
  ];
  return styles[source.below(styles.length)] ?? name;
}

function camel(name: string): string {
  return name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function randomName(source: Source): string {
  let name = '';
  for (let left = 1 + source.below(10); left > 0; left -= 1) {
    name += 'abcdefghijklmnopqrstuvwxyz_'.charAt(source.below(27));
  }
  return name;
}
