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

/** Draws `user[:group]`, where neither half is empty or a negative number. */
export function drawUser(pen: Pen): string {
  return oneOf(pen.source, USERS);
}
