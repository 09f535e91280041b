import { describe } from '../document/describe.ts';
import type { Tracer } from '../fields/origin.ts';
import { normalizePath } from './path.ts';
import { readText } from '../coercion/pydantic-1/text.ts';
import { reject, Rejection } from '../document/violation.ts';

/** A path relative to the repository directory and inside it, normalized: `.`, `a/b`, `a/../b`. */
export function readWorkingDir(value: unknown, trace?: Tracer): string | Rejection {
  const text = readText(value, trace);
  if (text instanceof Rejection) return text;
  const path = normalizePath(text);
  if (path.startsWith('/')) {
    return reject('working_dir/relative', `${describe(text)} is absolute, not relative to the repository`);
  }
  if (climbsOut(path)) return reject('working_dir/inside', `${describe(text)} leaves the repository`);
  if (path !== text) trace?.rule('working_dir/normalized');
  return path === '' ? '.' : path;
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
