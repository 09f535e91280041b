import { float, text, type Node } from '../document/node.ts';
import type { Pen } from '../choices/pen.ts';

/** python/float: A version written as a number is read as its text, and 3.1 as `3.10`. */
export function spellPythonVersion(version: string, pen: Pen): Node {
  if (pen.way(1, 3) === 2) {
    pen.note('python/float');
    return float(Number(version));
  }
  return text(version);
}
