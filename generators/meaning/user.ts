import { oneOf } from '../choices/choose.ts';
import type { Pen } from '../choices/pen.ts';

const USERS = [
  'ubuntu',
  'root',
  '1000',
  '1000:1000',
  'ubuntu:docker',
  '0',
  '0:0',
  '1000:staff',
  'ubuntu:1000',
  '10:30',
  'no',
  'True',
  '1.5',
  '1.0',
  'a b',
  'ubuntu ',
  'é',
  'y',
  '65534:65534',
  '2147483648',
  '4294967295:4294967295',
  '_apt:_apt',
  'DOMAIN\\me',
  'a"b\'c',
  '$USER',
  'e\u0301',
  'a\nb',
  '\u{1f600}:\u{1f600}',
  'x'.repeat(255),
  `${'x'.repeat(256)}:${'y'.repeat(256)}`,
] as const;

/** Valid halves that resemble empty ones or negative numbers: `-0` is zero, and the others are no numbers. */
const ODD_HALVES = [
  'a',
  ' ',
  '--5',
  '-0',
  '-5a',
  '-',
  'a-5',
  '-5-1',
  '- 5',
  '\t',
  '5-',
  '007',
  '5000000000',
  '-5\x1c',
  '\x1f-5',
] as const;

/** Draws `user[:group]`, where neither half is empty or a negative number. */
export function drawUser(pen: Pen): string {
  if (!pen.strays(4)) return oneOf(pen.source, USERS);
  const user = oneOf(pen.source, ODD_HALVES);
  return pen.source.below(3) === 2 ? user : `${user}:${oneOf(pen.source, ODD_HALVES)}`;
}
