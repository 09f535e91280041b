import type { NormalRepo } from '../../spec/values.ts';
import { oneOf } from '../choices/choose.ts';
import type { Pen } from '../choices/pen.ts';

/** A Git repository: its source, what to check out, and where it is in the container. */
export interface Repo {
  readonly source: RepoSource;
  /** The other of `local_path` and `url` as an empty text, which counts as none. */
  readonly hasEmptyOther: boolean;
  readonly branch: string | null;
  readonly hash: string | null;
  readonly path: string;
  readonly ifExists: NormalRepo['if_exists'];
}

interface RepoSource {
  readonly kind: 'local_path' | 'url';
  readonly value: string;
  /** Whether the short form can say it. */
  readonly isShort: boolean;
}

const LOCAL: readonly [RepoSource, ...RepoSource[]] = [
  local('.'),
  local('..'),
  local('../project'),
  local('~/code/app'),
  local('/home/me/app'),
  local('é b'),
  local('no'),
  local('C:\\code\\app'),
  local('c:/code'),
  local('12', false),
  local('a:b', false),
  local('git@x', false),
];

const URLS: readonly [RepoSource, ...RepoSource[]] = [
  url('https://github.com/dstackai/dstack'),
  url('git@github.com:me/app.git'),
  url('ssh://git@host/me/app.git'),
  url('http://h/x?a=b'),
  url('file:///srv/git'),
  url('https://host:8080/x', false),
  url('x', false),
  url('1.5', false),
];

const PATHS = ['.', '/src', 'app', '~', '~/app', '/a b', '', '../x', 'é', '/a/', '12'] as const;

const BRANCHES = ['main', 'dev', 'feature/x', '1.0', 'no', ''] as const;

const HASHES = ['c0ffee', '0123456789abcdef0123456789abcdef01234567', '12', ''] as const;

/** Draws a repository. Most are just a source. */
export function drawRepo(pen: Pen): Repo {
  const { source } = pen;
  const isPlain = source.below(2) === 0;
  return {
    source: source.below(2) === 0 ? oneOf(source, LOCAL) : oneOf(source, URLS),
    hasEmptyOther: !isPlain && pen.strays(8),
    branch: isPlain || source.below(2) === 0 ? null : oneOf(source, BRANCHES),
    hash: isPlain || source.below(3) < 2 ? null : oneOf(source, HASHES),
    path: source.below(2) === 0 ? '.' : oneOf(source, PATHS),
    ifExists: isPlain || source.below(2) === 0 ? 'error' : 'skip',
  };
}

export function normalRepo({ source, hasEmptyOther, branch, hash, path, ifExists }: Repo): NormalRepo {
  const other = hasEmptyOther ? '' : null;
  return {
    local_path: source.kind === 'local_path' ? source.value : other,
    url: source.kind === 'url' ? source.value : other,
    branch,
    hash,
    path,
    if_exists: ifExists,
  };
}

function local(value: string, isShort = true): RepoSource {
  return { kind: 'local_path', value, isShort };
}

function url(value: string, isShort = true): RepoSource {
  return { kind: 'url', value, isShort };
}
