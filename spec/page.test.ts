import { describe, expect, test } from 'vitest';
import { LEVELS } from './generated/editions/dstack-0.18.42/levels.ts';
import { readPageText } from './sources.ts';
import { SPEC } from './generated/editions/dstack-0.18.42/edition.ts';
import { EDITION } from './testing/edition.ts';

const lines = SPEC.page.flatMap((section) => section.lines);
const sentences = lines.flatMap((line) => line.sentences);
const cited = new Set(sentences.flatMap((each) => ('requirements' in each ? each.requirements : [])));

describe('page.yaml', () => {
  test('its sentences are the whole page, line by line', () => {
    const text = readPageText(EDITION).split('\n');
    const ofPage = text.map((line) => line.trim()).filter((line) => line !== '');
    const ofSentences = lines.map((line) => line.sentences.map((each) => each.text).join(' '));
    expect(ofSentences).toEqual(ofPage);
  });

  test('a line that describes a field begins with its name', () => {
    const wrong = lines.filter(
      ({ field, sentences: [first] }) =>
        field !== undefined && first?.text.startsWith(`${field} - `) !== true,
    );
    expect(wrong).toEqual([]);
  });

  test('every line that looks like a field is listed as one', () => {
    const wrong = lines.filter(
      ({ field, sentences: [first] }) => field === undefined && /^[a-z_]+ - /.test(first?.text ?? ''),
    );
    expect(wrong).toEqual([]);
  });

  test('every sentence has requirements that exist, or a reason', () => {
    const unknown = [...cited].filter((each) => !Object.hasOwn(LEVELS, each));
    expect(unknown).toEqual([]);
    const neither = sentences.filter((each) =>
      'requirements' in each ? each.requirements.length === 0 : each.none === '',
    );
    expect(neither).toEqual([]);
  });

  test('every documented requirement implements a sentence', () => {
    const uncited = SPEC.requirements.filter(({ id, level }) => level === 'documented' && !cited.has(id));
    expect(uncited.map((each) => each.id)).toEqual([]);
  });

  test('every quote of a requirement is from a line that points to it', () => {
    const wrong = SPEC.requirements.flatMap(({ id, source }) =>
      (source.page ?? []).filter((quote) => !isQuoteOf(quote, id)).map((quote) => `${id}: ${quote}`),
    );
    expect(wrong).toEqual([]);
  });
});

/** Returns whether some line of the page holds the quote and has a sentence that the requirement implements. */
function isQuoteOf(quote: string, id: string): boolean {
  return lines.some((line) => {
    const text = line.sentences.map((each) => each.text).join(' ');
    const cites = line.sentences.some((each) => 'requirements' in each && each.requirements.includes(id));
    return text.includes(quote) && cites;
  });
}
