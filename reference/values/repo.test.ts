import { test } from 'vitest';
import type { NormalRepo } from '../../spec/values.ts';
import { PYDANTIC_2 } from '../coercion/pydantic-2/pydantic-2.ts';
import { expectAccepted, expectRejected, type Broken } from '../testing/expect.ts';
import { reposReader } from './repo.ts';

const readRepos = reposReader(PYDANTIC_2);

const NOTHING: NormalRepo = {
  local_path: null,
  url: null,
  branch: null,
  hash: null,
  path: '.',
  if_exists: 'error',
};

test.each<[unknown, Partial<NormalRepo>]>([
  ['.', { local_path: '.' }],
  ['a:', { local_path: 'a', path: '' }],
  ['C:/a:/b', { local_path: 'C:/a', path: '/b' }],
  ['C:a', { local_path: 'C', path: 'a' }],
  ['https://h/p', { url: 'https://h/p' }],
  ['https://h:80/p', { url: 'https://h', path: '80/p' }],
  ['git@h:me/p:/src', { url: 'git@h:me/p', path: '/src' }],
  ['a://', { url: 'a://' }],
  [
    { url: 1, branch: 1.5, hash: null },
    { url: '1', branch: '1.5' },
  ],
  [
    { local_path: '', url: 'u', path: '~//x', if_exists: 'skip' },
    { local_path: '', url: 'u', path: '~//x', if_exists: 'skip' },
  ],
])('%o is %o', (value, repo) => {
  expectAccepted(readRepos, [value], [{ ...NOTHING, ...repo }]);
});

test.each<[unknown, ...Broken[]]>([
  ['', 'repos/source /0'],
  [':/x', 'repos/source /0'],
  ['a:b:c', 'repos/short-format /0'],
  ['a:~b', 'repos/path-home /0'],
  [1, 'repos/kind /0'],
  [{}, 'repos/source /0'],
  [{ local_path: 'a', url: 'b' }, 'repos/source /0'],
  [{ local_path: 'a', path: null, if_exists: 'x' }, 'null/refused /0/path', 'repos/if_exists /0/if_exists'],
])('%o breaks %s', (value, ...broken) => {
  expectRejected(readRepos, [value], ...broken);
});

test('there is one at most', () => {
  expectAccepted(readRepos, [], []);
  expectRejected(readRepos, ['a', 'a'], 'repos/one');
});
