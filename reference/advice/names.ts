import type { LaterName, Vocabulary } from './vocabulary.ts';
import { nearest } from './nearest.ts';

/** Says what is meant by a field that its mapping does not know, or `undefined` if nothing is like it. */
export function adviceOnField(
  { places, laterFields }: Vocabulary,
  place: string,
  name: string,
  known: readonly string[],
): string | undefined {
  const later = laterFields.filter((each) => each.place === place);
  const exact = later.find((each) => each.name === name);
  if (exact !== undefined) return `; it ${cameLater(exact)}: this edition does not know it`;
  const elsewhere = Object.keys(places).filter((each) => !known.includes(each));
  const home = Object.hasOwn(places, name) ? homeOf(places[name]) : undefined;
  if (home !== undefined) return `; it belongs ${home}`;
  const near = nearest(name, [...known, ...later.map((each) => each.name), ...elsewhere]);
  if (near === undefined) return undefined;
  if (known.includes(near)) return `; did you mean \`${near}\`?`;
  const meant = later.find((each) => each.name === near);
  if (meant !== undefined) return `; did you mean \`${near}\`? That ${cameLater(meant)}`;
  const nearHome = homeOf(places[near]);
  return nearHome === undefined ? undefined : `; did you mean \`${near}\`? It belongs ${nearHome}`;
}

/** Says what is meant by a word that is none of the known ones, or `undefined` if nothing is like it. */
export function adviceOnWord(
  { laterValues }: Vocabulary,
  place: string,
  word: string,
  known: readonly string[],
): string | undefined {
  const later = laterValues.filter((each) => each.place === place);
  const exact = later.find((each) => each.name === word);
  if (exact !== undefined) return `; it ${cameLater(exact)}: this edition does not know it`;
  if (!HAS_LETTER.test(word)) return undefined;
  const near = nearest(word, [...known, ...later.map((each) => each.name)]);
  if (near === undefined) return undefined;
  const meant = known.includes(near) ? undefined : later.find((each) => each.name === near);
  return `; did you mean \`${near}\`?${meant === undefined ? '' : ` That ${cameLater(meant)}`}`;
}

/** A version such as 3.7 is near to others, but not misspelled. */
const HAS_LETTER = /\p{L}/u;

function cameLater({ since }: LaterName): string {
  return `came with a later release of dstack (${since})`;
}

/** A field of more mappings than this says little about where it was meant to stand. */
const MOST_HOMES = 2;

/** Describes the mapping that a field belongs to: the one nearest to the root. */
function homeOf(places: readonly string[] = []): string | undefined {
  const [first] = places;
  if (first === undefined || places.filter((each) => each !== '').length > MOST_HOMES) return undefined;
  if (first === '') return 'at the top of the file';
  const isItem = first.endsWith('/*');
  const steps = (isItem ? first.slice(0, -2) : first).slice(1).split('/').join('.');
  return isItem ? `into an item of \`${steps}\`` : `under \`${steps}\``;
}
