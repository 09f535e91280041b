import { describe } from '../document/describe.ts';
import type { Reader } from '../fields/reader.ts';
import { normalizePath } from './path.ts';
import type { Coercion } from '../coercion/coercion.ts';
import { reject, Rejection } from '../document/violation.ts';

/**
 * A path relative to the repository directory and inside it, normalized: `.`, `a/b`, `a/../b`.
 * working_dir/relative: An absolute `working_dir` is refused.
 * working_dir/inside: A `working_dir` that leaves the repository directory is refused.
 * working_dir/normalized: In `working_dir`, `//`, `/./` and a trailing `/` mean nothing; empty text is `.`;
 *   `..` stays.
 */
export function workingDirReader(coercion: Coercion): Reader<string> {
  return function readWorkingDir(value, trace) {
    const text = coercion.text(value, trace);
    if (text instanceof Rejection) return text;
    const path = normalizePath(text);
    if (path.startsWith('/')) {
      return reject('working_dir/relative', `${describe(text)} is absolute, not relative to the repository`);
    }
    if (climbsOut(path)) return reject('working_dir/inside', `${describe(text)} leaves the repository`);
    if (path !== text) trace?.rule('working_dir/normalized');
    return path === '' ? '.' : path;
  };
}

/** Whether a path is above its start after any of its parts; `a/../../b` is, `a/../b` isn't. */
function climbsOut(path: string): boolean {
  let depth = 0;
  for (const part of path.split('/')) {
    depth += part === '..' ? -1 : 1;
    if (depth < 0) return true;
  }
  return false;
}
