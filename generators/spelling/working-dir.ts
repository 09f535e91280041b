import { text, type Node } from '../document/node.ts';
import type { Pen } from '../choices/pen.ts';
import { detour } from './path.ts';
import { spellText } from './text.ts';

/**
 * Writes a path with detours, such as `./a//b/` for `a/b`.
 * working_dir/normalized: In `working_dir`, `//`, `/./` and a trailing `/` mean nothing; empty text is `.`;
 *   `..` stays.
 * text/given: Text is taken as given.
 */
export function spellWorkingDir(path: string, pen: Pen): Node {
  const way = path === '.' && pen.strays(3) ? '' : detour(path, pen);
  if (way === null) return spellText(path, pen);
  pen.note('text/given');
  pen.note('working_dir/normalized');
  return text(way);
}
