import { oneOf, oneOfTheFirst } from '../../../choices/choose.ts';
import type { Pen } from '../../../choices/pen.ts';
import type { Node } from '../../../document/node.ts';
import { spellText } from '../../../spelling/text.ts';

/** Absolute paths. They stay as they are given. */
const PATHS = [
  '/workspace',
  '/root/app',
  '/',
  '/a b',
  '/é',
  '//',
  '/a/../b',
  '/a//b/',
  '/workflow',
  '/$HOME',
  '/./a',
  '/a\nb',
  '/C:\\x',
] as const;

const HOMES = ['~', '~/app', '~user/app', '~/', '~~'] as const;

/** working_dir/home: A `working_dir` may begin with `~`, the home folder of a user. */
export function drawWorkingDir(pen: Pen): string {
  return pen.strays(4) ? oneOf(pen.source, HOMES) : oneOfTheFirst(pen.source, PATHS);
}

export function spellWorkingDir(path: string, pen: Pen): Node {
  if (path.startsWith('~')) pen.note('working_dir/home');
  return spellText(path, pen);
}
