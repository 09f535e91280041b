import { oneOf, type Pool } from '../choices/choose.ts';
import type { Source } from '../choices/source.ts';

/** Changes a text a little: at one place, or in one respect. `tokens` are the building blocks of its grammar. */
export function editText(text: string, tokens: Pool<string>, source: Source): string {
  const edit = oneOf(source, EDITS);
  return edit(Array.from(text), tokens, source);
}

type Edit = (characters: readonly string[], tokens: Pool<string>, source: Source) => string;

/** The kinds of edits, the simplest first. Usual slips occur several times. */
const EDITS: Pool<Edit> = [
  dropped,
  blankAtAnEnd,
  inOtherCase,
  tokenInserted,
  surrounded,
  separatorExchanged,
  characterExchanged,
  transposed,
  doubled,
  respelledNumber,
  blankInside,
  lookAlike,
  inOtherCase,
  tokenInserted,
  blankAtAnEnd,
  inOtherCase,
  repeated,
  wholeInOtherCase,
];

function dropped(characters: readonly string[], _tokens: Pool<string>, source: Source): string {
  return spliced(characters, placeIn(characters, source), 1);
}

function doubled(characters: readonly string[], _tokens: Pool<string>, source: Source): string {
  const at = placeIn(characters, source);
  return spliced(characters, at, 0, characters[at] ?? '');
}

function transposed(characters: readonly string[], _tokens: Pool<string>, source: Source): string {
  const at = placeIn(characters, source);
  return spliced(characters, at, 2, characters[at + 1] ?? '', characters[at] ?? '');
}

function tokenInserted(characters: readonly string[], tokens: Pool<string>, source: Source): string {
  return spliced(characters, source.below(characters.length + 1), 0, oneOf(source, tokens));
}

/**
 * Characters that readers trim or ignore at the end: with a pattern's `$` before a line break, with `trim`, or with a
 * text that ends at NUL. Only some readers of numbers accept blanks beyond ASCII, so the grammars have no opinion
 * about them.
 */
const BLANKS = [
  ' ',
  '\n',
  '\t',
  '\u00a0',
  '\0',
  '\r\n',
  '\n\n',
  '\u200b',
  '\ufeff',
  '\u2028',
  '\r',
  '\v',
] as const;

function blankAtAnEnd(characters: readonly string[], _tokens: Pool<string>, source: Source): string {
  const text = characters.join('');
  const isAtTheEnd = source.below(2) === 0;
  const blank = oneOf(source, BLANKS);
  return isAtTheEnd ? text + blank : blank + text;
}

function blankInside(characters: readonly string[], _tokens: Pool<string>, source: Source): string {
  return spliced(characters, source.below(characters.length + 1), 0, oneOf(source, BLANKS));
}

/** Text that is ignored by a reader of only the beginning, the end, one line or a part of a text. */
const SURROUNDINGS: Pool<readonly [string, string]> = [
  ['', 'x'],
  ['x', ''],
  ['', ' x'],
  ['', '\nx'],
  ['x\n', ''],
  ['', ' # x'],
  ['', ','],
  ['"', '"'],
  ["'", "'"],
  ['[', ']'],
  ['(', ')'],
  ['', ';'],
  ['$', ''],
  ['', '/x'],
  ['=', ''],
  ['', '.'],
];

function surrounded(characters: readonly string[], _tokens: Pool<string>, source: Source): string {
  const [before, after] = oneOf(source, SURROUNDINGS);
  return before + characters.join('') + after;
}

const SEPARATORS = ['-', '_', ' ', ':', '.', ',', '/', '', ';', '='] as const;

/** Replaces one or all of the text's separators by another one. */
function separatorExchanged(characters: readonly string[], _tokens: Pool<string>, source: Source): string {
  const places = [...characters.keys()].filter((at) => isSeparator(characters[at]));
  const at = places[source.below(places.length + 1)];
  const separator = oneOf(source, SEPARATORS);
  if (at !== undefined) return spliced(characters, at, 1, separator);
  return characters.map((each) => (isSeparator(each) ? separator : each)).join('');
}

function isSeparator(character: string | undefined): boolean {
  return character !== undefined && /[-_ :.,/;=]/.test(character);
}

/** Replaces a character by the next digit or letter, by one of the grammar's tokens, or by any letter. */
function characterExchanged(characters: readonly string[], tokens: Pool<string>, source: Source): string {
  const at = placeIn(characters, source);
  switch (source.below(4)) {
    case 2:
      return spliced(characters, at, 1, oneOf(source, tokens));
    case 3:
      return spliced(characters, at, 1, String.fromCharCode(0x61 + source.below(26)));
    default:
      return spliced(characters, at, 1, neighbour(characters[at] ?? 'a', source.below(2) === 0 ? 1 : -1));
  }
}

/** Returns the next character. It stays within ASCII and never splits a surrogate pair. */
function neighbour(character: string, step: number): string {
  const code = character.charCodeAt(0) + step;
  return character.length === 1 && code > 0x20 && code < 0x7f ? String.fromCharCode(code) : 'a';
}

/** Changes the case of one letter: the first one behind a random place that has two cases. */
function inOtherCase(characters: readonly string[], _tokens: Pool<string>, source: Source): string {
  const from = placeIn(characters, source);
  const after = characters.findIndex((each, index) => index >= from && otherCase(each) !== each);
  const at = after >= 0 ? after : characters.findIndex((each) => otherCase(each) !== each);
  return at < 0 ? spliced(characters, from, 1) : spliced(characters, at, 1, otherCase(characters[at] ?? ''));
}

function wholeInOtherCase(characters: readonly string[], _tokens: Pool<string>, source: Source): string {
  const text = characters.join('');
  if (source.below(2) === 0) return text.toUpperCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function otherCase(character: string): string {
  const upper = character.toUpperCase();
  return upper === character ? character.toLowerCase() : upper;
}

/**
 * Letters that equal ASCII letters without case (`ſ`, `K`), by a language's own rules (`ı`, `İ`), to the eye, or after
 * normalization.
 */
const LOOK_ALIKES: Readonly<Record<string, Pool<string>>> = {
  s: ['\u017f', '\u0455', '\uff53'],
  S: ['\u017f', '\u0405'],
  k: ['\u212a', '\uff4b'],
  K: ['\u212a'],
  i: ['\u0131', '\u0130', '\u0456'],
  I: ['\u0130', '\u0131'],
  a: ['\u0430', '\u00e4', '\uff41'],
  A: ['\u0410', '\u212b'],
  e: ['\u0435', '\u00e9'],
  o: ['\u043e', '\u00ba'],
  c: ['\u0441', '\uff43'],
  p: ['\u0440'],
  B: ['\u0412', '\uff22'],
  M: ['\u041c'],
  T: ['\u0422'],
  '-': ['\u2010', '\u2013', '\u2212', '\uff0d'],
  ':': ['\uff1a', '\u2236'],
  '.': ['\u2024', '\uff0e', '\u3002'],
  '/': ['\u2044', '\uff0f'],
  '*': ['\u2217', '\uff0a'],
  ',': ['\uff0c', '\u201a'],
};

/** Replaces a letter by one of another script or width, or adds an accent to it. */
function lookAlike(characters: readonly string[], _tokens: Pool<string>, source: Source): string {
  const places = [...characters.keys()].filter((at) => alikes(characters[at]) !== undefined);
  const at = places[source.below(Math.max(1, places.length))];
  const alike = alikes(characters[at ?? 0]);
  if (at === undefined || alike === undefined) return `${characters.join('')}\u0301`;
  return spliced(characters, at, 1, oneOf(source, alike));
}

function alikes(character = ''): Pool<string> | undefined {
  return Object.hasOwn(LOOK_ALIKES, character) ? LOOK_ALIKES[character] : undefined;
}

/** Writes the first number in another notation that `parseInt`, `Number` or `float` accepts. */
function respelledNumber(characters: readonly string[], _tokens: Pool<string>, source: Source): string {
  const way = source.below(12);
  return characters.join('').replace(/[0-9]+/, (digits) => respelled(digits, way));
}

function respelled(digits: string, way: number): string {
  const number = Number(digits);
  const ways = [
    `${digits}.0`,
    `-${digits}`,
    `+${digits}`,
    `0x${number.toString(16)}`,
    `${digits}.5`,
    `${digits}e0`,
    `${digits},000`,
    `${digits}.`,
    `0o${number.toString(8)}`,
    `0b${number.toString(2)}`,
    `--${digits}`,
    `- ${digits}`,
  ];
  return ways[way] ?? digits;
}

const JOINTS = ['', ' ', ',', '\n', ':', '-', ', ', '/'] as const;

function repeated(characters: readonly string[], _tokens: Pool<string>, source: Source): string {
  const text = characters.join('');
  return text + oneOf(source, JOINTS) + text;
}

function placeIn(characters: readonly string[], source: Source): number {
  return source.below(Math.max(1, characters.length));
}

function spliced(
  characters: readonly string[],
  at: number,
  count: number,
  ...put: readonly string[]
): string {
  return [...characters.slice(0, at), ...put, ...characters.slice(at + count)].join('');
}
