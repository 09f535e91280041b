import { oneOf } from '../../../choices/choose.ts';
import type { Pen } from '../../../choices/pen.ts';
import { ENTRYPOINTS } from '../../../meaning/pools.ts';

/** Texts that are easily misread. All can be split into words, as the release does later. */
const TRICKY = [
  'off',
  'true',
  '12',
  '1.0',
  'True',
  'null',
  '~',
  '22:22',
  'a #b',
  '$HOME',
  'é',
  '- a',
  '[a]',
  'a\nb',
] as const;

export function drawEntrypoint({ source }: Pen): string {
  return source.below(4) === 3 ? oneOf(source, TRICKY) : oneOf(source, ENTRYPOINTS);
}
