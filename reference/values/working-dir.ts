import { describe } from '../document/describe.ts';
import type { Reader } from '../fields/reader.ts';
import { normalizePath } from './path.ts';
import type { Coercion } from '../coercion/coercion.ts';
import { reject, Rejection } from '../document/violation.ts';

/**
 * Reads a path that is relative to the repository directory and stays inside it, and normalizes it: `.`, `a/b`,
 * `a/../b`.
 * working_dir/relative: An absolute `working_dir` is refused.
 * working_dir/inside: A `working_dir` that leaves the repository directory is refused.
 * working_dir/normalized: In `working_dir`, `//`, `/./` and a trailing `/` mean nothing; empty text is `.`;
 *   `..` stays.
 * working_dir/characters: A `working_dir` with a NUL character is refused.
 */
export function workingDirReader(coercion: Coercion): Reader<string> {
  return function readWorkingDir(value, trace) {
    const text = coercion.text(value, trace);
    if (text instanceof Rejection) return text;
    const path = normalizePath(text);
    if (path.startsWith('/')) {
      return reject('working_dir/relative', `${describe(text)} is absolute, not relative to the repository`);
    }
    if (NO_FILE_NAME.test(text)) {
      return reject('working_dir/characters', `${describe(text)} can't be the name of a file`);
    }
    if (climbsOut(path)) return reject('working_dir/inside', `${describe(text)} leaves the repository`);
    if (path !== text) trace?.rule('working_dir/normalized');
    return path === '' ? '.' : path;
  };
}

/**
 * Matches characters that no file name can hold: NUL, and lone surrogates, which have no bytes in UTF-8. Python knows
 * bytes for U+DC80 to U+DCFF, because it reads bytes that are not UTF-8 as these.
 */
const NO_FILE_NAME = /[\0\ud800-\udc7f\udd00-\udfff]/u;

/** Returns whether a path is above its start after any of its parts: `a/../../b` is, `a/../b` isn't. */
function climbsOut(path: string): boolean {
  let depth = 0;
  for (const part of path.split('/')) {
    depth += part === '..' ? -1 : 1;
    if (depth < 0) return true;
  }
  return false;
}
