import type { RequirementId } from '../../../../spec/generated/requirement-ids.ts';
import type { Pool } from '../../../choices/choose.ts';
import type { Literal } from '../../../document/literal.ts';
import { drawVolume } from '../../../meaning/volume.ts';
import type { Pen } from '../../../choices/pen.ts';
import { spellVolume } from '../../../spelling/volume.ts';
import { badItem } from './field.ts';
import type { FieldMutation, Mutation } from './mutation.ts';

export const VOLUME_MUTATIONS: readonly Mutation[] = [
  // volumes/short-format: The short syntax has one colon between source and destination.
  badVolume('volumes/short-format', [
    'a',
    '/a',
    'a:/b:ro',
    '',
    'a/b',
    '/a:/b:/c',
    'a=/b',
    'a:/b:',
    ':a:/b',
    'a::/b',
    '::',
    'C:\\data:/data',
    'a;/b',
  ]),
  // volumes/path-absolute: `path` is absolute.
  badVolume('volumes/path-absolute', [
    'a:b',
    'a:',
    'a:./b',
    'a:~/b',
    '/a:b',
    'a: /b',
    'a:b/',
    'a:$HOME',
    'a:.',
    '/a:',
    'a:\\b',
  ]),
  badVolume(
    'volumes/path-absolute',
    [
      { name: 'a', path: 'b' },
      { name: 'a', path: '' },
      { name: 'a', path: './data' },
      { name: ['a'], path: ' /b' },
      { path: '~', name: 'a' },
    ],
    '/path',
  ),
  badVolume(
    'volumes/path-absolute',
    [
      { instance_path: '/a', path: 'b' },
      { instance_path: '/a', path: './b' },
      { instance_path: '/a', path: '' },
    ],
    '/path',
  ),
  // volumes/instance_path-absolute: `instance_path` is absolute.
  badVolume('volumes/instance_path-absolute', [
    'a/b:/c',
    './a:/b',
    '~/a:/b',
    '../a:/b',
    ' /a:/b',
    'a/:/b',
    './:/b',
    '$HOME/a:/b',
  ]),
  badVolume(
    'volumes/instance_path-absolute',
    [
      { instance_path: 'a', path: '/b' },
      { instance_path: '', path: '/b' },
      { instance_path: 'a/b', path: '/c' },
    ],
    '/instance_path',
  ),
  // volumes/required-fields: A mount point has a `path` and either a `name` or an `instance_path`.
  badVolume('volumes/required-fields', [
    { name: 'a' },
    { path: '/b' },
    { instance_path: '/a' },
    {},
    { name: ['a', 'b'] },
    { instance_path: '/a', optional: true },
  ]),
  // volumes/known-fields: A mount point has no field of the other kind and no other field.
  badVolume('volumes/known-fields', [{ name: 'a', path: '/b', optional: true }], '/optional'),
  badVolume('volumes/known-fields', [{ name: 'a', instance_path: '/x', path: '/b' }], '/instance_path'),
  // volumes/no-parent: A path has no `..`.
  badVolume('volumes/no-parent', [
    'a:/b/../c',
    '/a/../b:/c',
    'a:/..',
    'a:/b/..',
    '/..:/b',
    'a:/../',
    'a:/b/../',
    'a:/b/.//..//c',
    '/a:/b/../c',
  ]),
  badVolume(
    'volumes/no-parent',
    [
      { name: 'a', path: '/b/../c' },
      { name: 'a', path: '/../b' },
      { name: 'a', path: '/b/..' },
    ],
    '/path',
  ),
  badVolume(
    'volumes/no-parent',
    [
      { instance_path: '/a/../b', path: '/c' },
      { instance_path: '/a/..', path: '/b' },
      { instance_path: '/..', path: '/b' },
    ],
    '/instance_path',
  ),
  // volumes/target: A container path has no NUL character, and is not just `//`.
  badVolume('volumes/target', ['a:/b\0c', 'a:/\0', 'a://', 'a://./', '/a:/b\0', 'a://.']),
  badVolume(
    'volumes/target',
    [
      { name: 'a', path: '/b\0' },
      { name: 'a', path: '//' },
      { name: 'a', path: '/da\0ta' },
      { instance_path: '/a', path: '//' },
    ],
    '/path',
  ),
];

/** Puts one of these volumes into a list with good ones. */
function badVolume(requirement: RequirementId, literals: Pool<Literal>, within = ''): FieldMutation {
  return badItem(requirement, 'volumes', literals, goodVolume, { within });
}

function goodVolume(pen: Pen) {
  return spellVolume(drawVolume(pen), pen);
}
