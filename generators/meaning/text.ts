import { oneOf, type Pool } from '../choose.ts';
import type { Pen } from '../pen.ts';

/** Texts that a reader may take for something else, or lose a part of. */
export const TRICKY_TEXTS = [
  'y',
  'off',
  'true',
  'null',
  '12',
  '1.0',
  '0',
  '',
  'True',
  'False',
  '22:22',
  '1e3',
  '010',
  '~',
  '2024-01-01',
  '=',
  '<<',
  'No',
  'n',
  '0x1F',
  '1_000',
  '3.14',
  '0.001',
  '1e-05',
  '1e+16',
  '-5',
  '100000.0',
  '1.2345678901234568e+17',
  '-0.0',
  '1.10',
  '.5',
  '16',
  '8080',
  '90',
  '1342',
  '0o17',
  '08',
  '.inf',
  '2024-01-01T00:00:00Z',
  '  x ',
  'a b',
  'key: value',
  'a #b',
  '# no comment',
  "it's",
  'say "hi"',
  '- a',
  '[a]',
  '{a: b}',
  'a, b',
  '*a',
  '&a',
  '!a',
  '@a',
  '`a`',
  '%a',
  '|',
  '>',
  '?a',
  ':a',
  'a:',
  'a\nb',
  'a\nb\n',
  '\na',
  'a\tb',
  'a\\nb',
  'C:\\x',
  'é',
  'e\u0301',
  '😀',
  'naïve 日本語',
  '\u0007',
  'a\u00a0b',
  'a\u2028b',
  'a\u0085b',
  '\ufeffa',
  '---',
  '...',
  '${HOME}',
] as const;

/** A text from a pool of what real files say, or now and then one that is easily misread. */
export function drawText(pen: Pen, usual: Pool<string>): string {
  return pen.source.below(4) === 3 ? oneOf(pen.source, TRICKY_TEXTS) : oneOf(pen.source, usual);
}

/** A list of up to 41 texts, usually of one to three. */
export function drawTexts(pen: Pen, usual: Pool<string>, least: number): string[] {
  return drawList(pen, least, () => drawText(pen, usual));
}

/** A list with at least this many items; each can be removed on its own. */
export function drawList<Item>(pen: Pen, least: number, drawItem: () => Item): Item[] {
  const { source } = pen;
  source.enter('part');
  // One list in 64 is long: the chance of one more item stays high.
  const more = source.below(64) === 63 ? 12 : 2;
  const items: Item[] = [];
  for (let ends = false; !ends;) {
    source.enter('item');
    const stops = source.below(more + 1) === 0;
    ends = items.length === 41 || (stops && items.length >= least);
    if (!ends) items.push(drawItem());
    source.leave();
  }
  source.leave();
  return items;
}
