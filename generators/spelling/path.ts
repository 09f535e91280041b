import { oneOf } from '../choices/choose.ts';
import type { Pen } from '../choices/pen.ts';

/** What means nothing between two parts of a path. */
const DETOURS = ['//', '/./', '/.//', '///'] as const;

const ENDS = ['/', '/.'] as const;

/** The same at the start, where exactly two slashes would stay. */
const ROOTS = ['/./', '///', '////', '/.//'] as const;

/** volumes/path-normalized: an absolute path, perhaps with detours. */
export function spellPath(path: string, pen: Pen): string {
  const way = detour(path, pen);
  if (way !== null || path.startsWith('//')) pen.note('volumes/path-normalized');
  return way ?? path;
}

/** The same path with detours that normalizing drops; `null` where none was taken. */
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

/** Slashes at the very start are a matter of their own: exactly two of them stay. */
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

/** The slashes that a path begins with. */
function slashesOf(path: string): string {
  return /^\/*/.exec(path)?.[0] ?? '';
}
