import { visible } from '../../../reports/visible.ts';
import type { Flaws } from '../../verify/flaws.ts';

/** Renders what is wrong with a log, one line each, and what that means. Empty for an honest log. */
export function flawsText(path: string, { kept, count }: Flaws): string {
  if (count === 0) return '';
  const more = count - kept.length;
  const lines = [
    ...kept,
    ...(more > 0 ? [`and ${more} more differences`] : []),
    'this is not the whole of a run, as this suite writes it',
  ];
  return lines.map((line) => `${visible(path)}: ${visible(line)}\n`).join('');
}
