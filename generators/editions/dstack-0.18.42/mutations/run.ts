import { Float } from '../../../../reference/document/float.ts';
import { badField } from './field.ts';
import type { Mutation } from './mutation.ts';

/** Mutations of nodes, name and working_dir. */
export const RUN_MUTATIONS: readonly Mutation[] = [
  // nodes/positive: `nodes` is at least 1.
  badField('nodes/positive', 'nodes', [
    0,
    -1,
    '0',
    false,
    0.5,
    '-2',
    -1.5,
    0.9,
    '-0',
    '00',
    ' 0 ',
    new Float(0),
    -0.5,
  ]),
  // name/format: A run name is a lower-case letter followed by 1 to 40 lower-case letters, digits or dashes.
  badField('name/format', 'name', [
    'My-run',
    'a',
    'a'.repeat(42),
    'abcdefghijklmnopqrstuvwxyz-0123456789-abcd',
    'a'.repeat(300),
    ' ab',
    'ab ',
    'a/b',
    'ab\u0000',
    '\u0430b',
    'a\u00df',
    '😀a',
    '-',
    '0a',
    '1abc',
    '-ab',
    'a_b',
    'a b',
    'a.b',
    'é1',
    '',
    'aB',
    12,
    true,
  ]),
  // working_dir/relative: An absolute `working_dir` is refused.
  badField('working_dir/relative', 'working_dir', [
    '/abs',
    '/workflow',
    '/',
    '//x',
    '/workflow/src',
    '/../x',
    '/.',
    '///',
  ]),
  // working_dir/inside: A `working_dir` that leaves the repository directory is refused.
  badField('working_dir/inside', 'working_dir', [
    '..',
    '../x',
    'a/../../b',
    './..',
    'a/..//..',
    'a/../..',
    '../',
    './../x',
    'a/b/../../..',
    '..//',
    'a/../../a',
  ]),
  // working_dir/characters: A `working_dir` with a NUL character is refused.
  badField('working_dir/characters', 'working_dir', [
    '\0',
    'a\0b',
    'a\0',
    '\0a',
    'src/\0/b',
    'a/b\0/../c',
    './\0',
    'src/\0',
    'a\0\0b',
    'e\u0301\0',
    'src/train\0.py',
  ]),
];
