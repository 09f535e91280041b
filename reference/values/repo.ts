import type { NormalRepo } from '../../spec/values.ts';
import type { Coercion } from '../coercion/coercion.ts';
import { describe } from '../document/describe.ts';
import { isMapping } from '../document/is-mapping.ts';
import { asWhole, reject, Rejection } from '../document/violation.ts';
import { listOf } from '../fields/list.ts';
import { byDefault, field, optional, readMapping, tableOf, type Table } from '../fields/mapping.ts';
import type { Tracer } from '../fields/origin.ts';
import type { Reader } from '../fields/reader.ts';
import { traceParts } from './parts.ts';
import { beginsWithDrive } from './windows-path.ts';

/**
 * Makes a reader for the list of repositories.
 * repos/one: `repos` has at most one item.
 */
export function reposReader(coercion: Coercion): Reader<NormalRepo[]> {
  const readList = listOf(repoReader(coercion));
  return function readRepos(value, trace) {
    const repos = readList(value, trace);
    if (repos instanceof Rejection || repos.length <= 1) return repos;
    return reject('repos/one', `${repos.length} repositories: at most one is supported`);
  };
}

/**
 * repos/object: An item may be a mapping.
 * repos/kind: An item of `repos` is text or a mapping.
 */
function repoReader(coercion: Coercion): Reader<NormalRepo> {
  const table = repoTable(coercion);
  return function readRepo(value, trace) {
    if (isMapping(value)) {
      trace?.rule('repos/object');
      const repo = readMapping(table, value, trace);
      return repo instanceof Rejection ? repo : (refuseSource(repo) ?? repo);
    }
    return typeof value === 'string'
      ? readShort(value, table, trace)
      : reject('repos/kind', `expected a path, a URL or a mapping, not ${describe(value)}`);
  };
}

/** repos/source: A repository has either a `local_path` or a `url`; empty text counts as none. */
function refuseSource({ local_path, url }: NormalRepo): Rejection | undefined {
  if (Boolean(local_path) !== Boolean(url)) return undefined;
  return reject(
    'repos/source',
    url ? '`local_path` and `url` exclude each other' : 'a repository is at a path or a URL',
  );
}

function repoTable({ text, choice }: Coercion): Table<NormalRepo> {
  const readPath = pathReader(text);
  return tableOf<NormalRepo>(
    {
      // repos/local_path: `local_path` is the path of a repository on the user's machine.
      local_path: field(text, 'repos/local_path', optional(null, 'repos/object')),
      // repos/url: `url` is the address of a repository.
      url: field(text, 'repos/url', optional(null, 'repos/object')),
      // repos/branch: `branch` is the branch to check out.
      branch: field(text, 'repos/branch', optional(null, 'repos/object')),
      // repos/hash: `hash` is the commit to check out.
      hash: field(text, 'repos/hash', optional(null, 'repos/object')),
      // repos/path: `path` is where the repository is in the container.
      // repos/path-default: `path` defaults to `.`.
      path: field(readPath, 'repos/path', byDefault('.', 'repos/path-default')),
      // repos/if_exists: `if_exists` is error or skip.
      // repos/if_exists-default: `if_exists` defaults to error.
      if_exists: field(
        choice(['error', 'skip'], 'repos/if_exists'),
        'repos/if_exists',
        byDefault<NormalRepo['if_exists']>('error', 'repos/if_exists-default'),
      ),
    },
    { kind: 'repos/kind', unknown: 'repos/known-fields' },
    (defaults) => ({ ...defaults }),
  );
}

/** repos/path-home: A `path` does not begin with the home folder of a named user, such as `~name`. */
function pathReader(text: Reader<string>): Reader<string> {
  return function readPath(value, trace) {
    const path = text(value, trace);
    if (path instanceof Rejection || !/^~[^/]/.test(path)) return path;
    return reject('repos/path-home', `${describe(path)} begins with the folder of a named user`);
  };
}

/**
 * repos/short: `source:path` names a repository and its path in the container.
 * repos/short-url: In text, a source with `@` before its first colon or `//` after it is a URL.
 * repos/short-drive: In text, a drive such as `C:\` at the beginning belongs to the local path.
 * repos/short-format: In text, at most one part follows the source.
 */
function readShort(
  text: string,
  table: Table<NormalRepo>,
  trace: Tracer | undefined,
): NormalRepo | Rejection {
  const first = text.indexOf(':');
  const isUrl = first >= 0 && (text.slice(0, first).includes('@') || text.startsWith('//', first + 1));
  const isLong = isUrl || beginsWithDrive(text);
  const colon = isLong ? text.indexOf(':', first + 1) : first;
  if (colon >= 0 && text.includes(':', colon + 1))
    return reject('repos/short-format', `${describe(text)} has too many colons`);
  const source = colon < 0 ? text : text.slice(0, colon);
  const parts = {
    [isUrl ? 'url' : 'local_path']: source,
    ...(colon < 0 ? {} : { path: text.slice(colon + 1) }),
  };
  const repo = readMapping(table, parts);
  if (repo instanceof Rejection) return asWhole(repo);
  const refused = refuseSource(repo);
  if (refused !== undefined) return refused;
  if (trace !== undefined) traceShort(isUrl, isLong, colon >= 0, trace);
  return repo;
}

function traceShort(isUrl: boolean, isLong: boolean, hasPath: boolean, trace: Tracer): void {
  trace.rule('repos/short');
  if (isLong) trace.rule(isUrl ? 'repos/short-url' : 'repos/short-drive');
  traceParts(trace, [isUrl ? 'url' : 'local_path', ...(hasPath ? ['path'] : [])]);
  for (const name of [isUrl ? 'local_path' : 'url', 'branch', 'hash'])
    trace.byDefault(name, ['repos/short'], 'absent');
  if (!hasPath) trace.byDefault('path', ['repos/path-default'], 'absent');
  trace.byDefault('if_exists', ['repos/if_exists-default'], 'absent');
}
