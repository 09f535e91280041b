import { badField } from './field.ts';
import type { Mutation } from './mutation.ts';

/** nodes, name, working_dir. */
export const RUN_MUTATIONS: readonly Mutation[] = [
  badField('nodes/positive', 'nodes', [0, -1, '0', false, 0.5, '-2', -1.5]),
  badField('name/format', 'name', [
    'My-run',
    'a',
    'a'.repeat(42),
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
  badField('working_dir/relative', 'working_dir', [
    '/abs',
    '/workflow',
    '/',
    '//x',
    '/workflow/src',
    '/../x',
  ]),
  badField('working_dir/inside', 'working_dir', [
    '..',
    '../x',
    'a/../../b',
    './..',
    'a/..//..',
    'a/../..',
    '../',
  ]),
];
