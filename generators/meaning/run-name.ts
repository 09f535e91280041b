import { oneOf } from '../choices/choose.ts';
import type { Pen } from '../choices/pen.ts';

const NAMES = [
  'train',
  'my-run',
  'ab',
  'a1',
  'fine-tune-llama3-8b',
  'off',
  'yes',
  'null',
  'true',
  'on',
  'e3',
  'a-',
  'a--b',
  'y-',
  'task',
  'abcdefghijklmnopqrstuvwxyz-0123456789-abc',
] as const;

const REST = 'abcdefghijklmnopqrstuvwxyz0123456789-';

/**
 * Draws a name: a lower-case letter and 1 to 40 lower-case letters, digits or dashes, and perhaps a line break.
 * name/line-break: A line break after a run name is accepted, and stays.
 */
export function drawRunName(pen: Pen): string {
  const name = drawName(pen);
  return pen.strays(12) ? `${name}\n` : name;
}

function drawName(pen: Pen): string {
  switch (pen.source.below(8)) {
    case 7:
      return randomName(pen, 40);
    case 6:
      return randomName(pen, 1 + pen.source.below(40));
    default:
      return oneOf(pen.source, NAMES);
  }
}

function randomName(pen: Pen, rest: number): string {
  let name = REST.charAt(pen.source.below(26));
  for (let count = 0; count < rest; count += 1) name += REST.charAt(pen.source.below(REST.length));
  return name;
}
