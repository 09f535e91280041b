import { oneOf } from '../choices/choose.ts';
import type { Pen } from '../choices/pen.ts';

/** Separators between two parts of a path that mean the same as one slash. */
const DETOURS = ['//', '/./', '/.//', '///'] as const;

const ENDS = ['/', '/.'] as const;

/** The same separators for the start of a path, where exactly two slashes would remain. */
const ROOTS = ['/./', '///', '////', '/.//'] as const;

/**
 * Writes an absolute path, perhaps with detours.
 * volumes/path-normalized: In a path, `//`, `/./` and a trailing `/` mean nothing, but exactly two slashes at
 *   the start stay.
 */
export function spellPath(path: string, pen: Pen): string {
  const way = detour(path, pen);
  if (way !== null || path.startsWith('//')) pen.note('volumes/path-normalized');
  return way ?? path;
}

/** Writes the same path with detours that normalizing drops. Returns `null` if it has none. */
export function detour(path: string, pen: Pen): string | null {
  switch (pen.strays(5) ? 1 + pen.source.below(6) : 0) {
    case 0:
      return null;
    case 1:
      return path.endsWith('/') ? `${path}.` : `${path}/`;
    case 2:
      return path.endsWith('/') ? `${path}./` : `${path}/.`;
    case 5:
    case 6:
      return withDetourEverywhere(path, pen);
    default:
      return withDetourInside(path, pen);
  }
}

function withDetourEverywhere(path: string, pen: Pen): string {
  const root = slashesOf(path);
  const [first = '', ...rest] = path.slice(root.length).split('/');
  let text = (root === '' ? './' : root) + first;
  for (const part of rest) text += oneOf(pen.source, DETOURS) + part;
  return first === '' ? `${text}.` : text + oneOf(pen.source, ENDS);
}

/** Adds one detour. At the start of the path other detours are needed, because exactly two slashes remain there. */
function withDetourInside(path: string, pen: Pen): string {
  const root = slashesOf(path);
  const parts = path.slice(root.length).split('/');
  const at = pen.source.below(parts.length);
  const way = oneOf(pen.source, DETOURS);
  if (at > 0) return root + parts.slice(0, at).join('/') + way + parts.slice(at).join('/');
  if (root === '') return `./${path}`;
  if (root !== '/') return `${root}./${path.slice(root.length)}`;
  return oneOf(pen.source, ROOTS) + path.slice(1);
}

/** Returns the slashes at the start of a path. */
function slashesOf(path: string): string {
  return /^\/*/.exec(path)?.[0] ?? '';
}
