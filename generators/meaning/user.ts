import { oneOf } from '../choose.ts';
import type { Pen } from '../pen.ts';

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
] as const;

/** `user[:group]`, neither half empty nor a negative number. */
export function drawUser(pen: Pen): string {
  return oneOf(pen.source, USERS);
}
