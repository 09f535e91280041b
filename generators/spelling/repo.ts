import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import { shuffled } from '../choices/choose.ts';
import type { Pen } from '../choices/pen.ts';
import { knownText, mapping, NULL, text, type Node, type TextNode } from '../document/node.ts';
import type { Repo } from '../meaning/repo.ts';
import { spellText } from './text.ts';

const LOCAL_PATH = knownText('local_path');
const URL = knownText('url');
const BRANCH = knownText('branch');
const HASH = knownText('hash');
const PATH = knownText('path');
const IF_EXISTS = knownText('if_exists');

/** Writes a repository as text, or as a mapping. */
export function spellRepo(repo: Repo, pen: Pen): Node {
  const { source, hasEmptyOther, branch, hash, ifExists } = repo;
  const isShort =
    source.isShort && !hasEmptyOther && branch === null && hash === null && ifExists === 'error';
  return isShort && pen.source.below(3) < 2 ? spellShort(repo, pen) : spellObject(repo, pen);
}

/**
 * repos/short: `source:path` names a repository and its path in the container.
 * repos/short-url: In text, a source with `@` before its first colon or `//` after it is a URL.
 * repos/short-drive: In text, a drive such as `C:\` at the beginning belongs to the local path.
 * repos/path-default: `path` defaults to `.`.
 * repos/if_exists-default: `if_exists` defaults to error.
 */
function spellShort({ source: { kind, value }, path }: Repo, pen: Pen): Node {
  pen.note('repos/short');
  pen.byDefault('repos/if_exists-default');
  if (kind === 'url') pen.note('repos/short-url');
  else if (/^[a-z]:/i.test(value)) pen.note('repos/short-drive');
  if (path === '.' && (value.includes('@') || pen.source.below(3) < 2)) {
    pen.byDefault('repos/path-default');
    return text(value);
  }
  return text(`${value}:${path}`);
}

/**
 * repos/object: An item may be a mapping.
 * repos/local_path: `local_path` is the path of a repository on the user's machine.
 * repos/url: `url` is the address of a repository.
 * repos/branch: `branch` is the branch to check out.
 * repos/hash: `hash` is the commit to check out.
 * repos/path: `path` is where the repository is in the container.
 * repos/if_exists: `if_exists` is error or skip.
 */
function spellObject({ source, hasEmptyOther, branch, hash, path, ifExists }: Repo, pen: Pen): Node {
  pen.note('repos/object');
  const isLocal = source.kind === 'local_path';
  const entries: [TextNode, Node][] = [];
  add(entries, isLocal ? LOCAL_PATH : URL, source.value, isLocal ? 'repos/local_path' : 'repos/url', pen);
  add(entries, isLocal ? URL : LOCAL_PATH, hasEmptyOther ? '' : null, 'repos/source', pen);
  add(entries, BRANCH, branch, 'repos/branch', pen);
  add(entries, HASH, hash, 'repos/hash', pen);
  if (path === '.' && pen.source.below(3) < 2) pen.byDefault('repos/path-default');
  else add(entries, PATH, path, 'repos/path', pen);
  if (ifExists === 'error' && pen.source.below(3) < 2) pen.byDefault('repos/if_exists-default');
  else {
    pen.note('repos/if_exists');
    entries.push([IF_EXISTS, text(ifExists)]);
  }
  const order = pen.source.below(4) === 3 ? shuffled(pen.source, entries) : entries;
  return mapping(
    order.map(([key]) => key),
    order.map(([, value]) => value),
  );
}

/** Adds a text, or says now and then that there is none. */
function add(
  entries: [TextNode, Node][],
  key: TextNode,
  value: string | null,
  given: RequirementId,
  pen: Pen,
): void {
  if (value === null) {
    if (!pen.strays(8)) return;
    pen.note('null/absent');
    entries.push([key, NULL]);
    return;
  }
  pen.note(given);
  entries.push([key, spellText(value, pen)]);
}
