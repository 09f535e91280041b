import type { Pen } from '../pen.ts';

/** What means nothing between two parts of a path. */
const DETOURS = ['//', '/./', '/.//', '///'] as const;

/** The same path with detours that normalizing drops; `null` where none was taken. */
export function detour(path: string, pen: Pen): string | null {
  switch (pen.strays(5) ? 1 + pen.source.below(4) : 0) {
    case 0:
      return null;
    case 1:
      return path.endsWith('/') ? `${path}.` : `${path}/`;
    case 2:
      return path.endsWith('/') ? `${path}./` : `${path}/.`;
    default:
      return withDetourInside(path, pen);
  }
}

/** Slashes at the very start are a matter of their own: exactly two of them stay. */
function withDetourInside(path: string, pen: Pen): string {
  const root = /^\/*/.exec(path)?.[0] ?? '';
  const parts = path.slice(root.length).split('/');
  const at = pen.source.below(parts.length);
  const way = DETOURS[pen.source.below(DETOURS.length)] ?? '//';
  if (at > 0) return root + parts.slice(0, at).join('/') + way + parts.slice(at).join('/');
  if (root === '') return `./${path}`;
  return root === '/' && way === '///' ? `//${path}` : `${root}./${path.slice(root.length)}`;
}
