import { oneOf, rarely, type Pool } from '../choices/choose.ts';
import type { Pen } from '../choices/pen.ts';
import { drawList } from './list.ts';
import { HUGE_TEXTS, LONG_TEXTS } from './long-texts.ts';
import { TRICKY_TEXTS } from './tricky-texts.ts';

/** Draws a text from a pool of usual texts, or now and then one that is easily misread, or a long one. */
export function drawText(pen: Pen, usual: Pool<string>): string {
  const { source } = pen;
  const way = source.below(512);
  if (way < 384) return oneOf(source, usual);
  if (way < 508) return oneOf(source, TRICKY_TEXTS);
  return oneOf(source, way === 511 && rarely(source, 7) ? HUGE_TEXTS : LONG_TEXTS);
}

/** Draws a list of texts, usually one to three. */
export function drawTexts(pen: Pen, usual: Pool<string>, least: number): string[] {
  return drawList(pen, least, () => drawText(pen, usual));
}
