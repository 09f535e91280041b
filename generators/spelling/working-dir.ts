import { text, type Node } from '../document/node.ts';
import type { Pen } from '../choices/pen.ts';
import { detour } from './path.ts';
import { spellText } from './text.ts';

/** working_dir/normalized: writes a path with detours; `./a//b/` is `a/b`, and empty text is `.`. */
export function spellWorkingDir(path: string, pen: Pen): Node {
  const way = path === '.' && pen.strays(3) ? '' : detour(path, pen);
  if (way === null) return spellText(path, pen);
  pen.note('text/given');
  pen.note('working_dir/normalized');
  return text(way);
}
