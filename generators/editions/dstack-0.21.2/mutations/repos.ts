import { badField, badItem } from './field.ts';
import type { Mutation } from './mutation.ts';
import { drawFileMapping } from '../../../meaning/file-mapping.ts';
import { spellFileMapping } from '../../../spelling/file-mapping.ts';
import type { RequirementId } from '../../../../spec/generated/requirement-ids.ts';
import type { Pool } from '../../../choices/choose.ts';
import type { Literal } from '../../../document/literal.ts';

/** Mutations of repos and files. */
export const REPO_MUTATIONS: readonly Mutation[] = [
  // repos/one: `repos` has at most one item.
  badField('repos/one', 'repos', [
    ['a', 'b'],
    ['.', '.'],
    [{ url: 'https://x/y' }, { local_path: '.' }],
    ['a', 'b', 'c'],
  ]),
  // repos/kind: An item of `repos` is text or a mapping.
  badRepo('repos/kind', [1, ['a'], true, 1.5, []]),
  // repos/path-home: A `path` does not begin with the home folder of a named user, such as `~name`.
  badRepo('repos/path-home', ['proj:~b', 'https://x/y:~b/c', 'C:\\a:~me']),
  badRepo(
    'repos/path-home',
    [
      { local_path: 'a', path: '~b' },
      { url: 'u', path: '~me/src' },
      { path: '~~', url: 'u' },
    ],
    '/path',
  ),
  // repos/if_exists: `if_exists` is error or skip.
  badRepo(
    'repos/if_exists',
    [
      { local_path: 'a', if_exists: 'Skip' },
      { url: 'u', if_exists: 'keep' },
      { if_exists: '', url: 'u' },
      { url: 'u', if_exists: true },
      { url: 'u', if_exists: 'overwrite' },
      { url: 'u', if_exists: ['skip'] },
    ],
    '/if_exists',
  ),
  // repos/source: A repository has either a `local_path` or a `url`; empty text counts as none.
  badRepo('repos/source', [
    {},
    { local_path: 'a', url: 'b' },
    '',
    { url: '' },
    ':/src',
    { branch: 'main' },
    { local_path: '', url: '' },
    { local_path: null, path: '/src' },
  ]),
  // repos/short-format: In text, at most one part follows the source.
  badRepo('repos/short-format', [
    'aa:b:c',
    'https://x/y:b:c',
    'git@host:me/p:/src:rw',
    'C:\\a:b:c',
    'https://host:8080/x:/src',
    '::',
    'aa::b',
  ]),
  // repos/known-fields: The mapping of a repository has no other field.
  badRepo(
    'repos/known-fields',
    [
      { url: 'u', depth: 1 },
      { depth: null, local_path: 'a' },
    ],
    '/depth',
  ),
  badRepo('repos/known-fields', [{ url: 'u', Branch: 'main' }], '/Branch'),
];

export const FILE_MUTATIONS: readonly Mutation[] = [
  // files/kind: An item of `files` is text or a mapping.
  badFile('files/kind', [1, ['a'], true, 1.5, [], false]),
  // files/short-format: The short form has at most one colon besides that of a drive.
  badFile('files/short-format', ['a:b:c', 'C:a:b', 'a::b', '::', 'C:\\a:b:c', 'a:b:ro', 'aa:C:\\b']),
  // files/required-fields: `local_path` and `path` are required in the mapping.
  badFile('files/required-fields', [{ local_path: 'a' }, { path: 'a' }, {}]),
  // files/known-fields: The mapping of a file has no other field.
  badFile(
    'files/known-fields',
    [
      { local_path: 'a', path: 'b', mode: 1 },
      { mode: null, path: 'a', local_path: 'b' },
    ],
    '/mode',
  ),
  // files/unix-path: The path in the container is not an absolute path of Windows.
  badFile('files/unix-path', ['c:/a', 'a://host/share', 'C:\\', 'D:\\data', 'aa:\\\\host\\share']),
  badFile(
    'files/unix-path',
    [
      { local_path: 'a', path: 'C:/b' },
      { local_path: 'a', path: 'c:\\' },
      { path: '\\\\host\\share', local_path: 'a' },
      { local_path: 'a', path: '//host/share/x' },
    ],
    '/path',
  ),
];

/** Puts one of these as the only repository. */
function badRepo(requirement: RequirementId, literals: Pool<Literal>, within = ''): Mutation {
  const [first, ...rest] = literals;
  return badField(requirement, 'repos', [[first], ...rest.map((each) => [each])], { within: `/0${within}` });
}

/** Puts one of these files into a list with good ones. */
function badFile(requirement: RequirementId, literals: Pool<Literal>, within = ''): Mutation {
  return badItem(requirement, 'files', literals, (pen) => spellFileMapping(drawFileMapping(pen), pen), {
    within,
  });
}
