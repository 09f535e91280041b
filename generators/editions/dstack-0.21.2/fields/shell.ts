import { oneOf } from '../../../choices/choose.ts';
import type { Pen } from '../../../choices/pen.ts';
import { text, type Node } from '../../../document/node.ts';

const SHELLS = [
  '/bin/bash',
  '/bin/sh',
  '/usr/bin/zsh',
  '/bin/bash',
  '/bin/sh',
  '/bin/../bin/sh',
  '/',
  '/é x',
] as const;

/** Shells that have a short name. */
const SHORT: ReadonlyMap<string, string> = new Map([
  ['/bin/sh', 'sh'],
  ['/bin/bash', 'bash'],
]);

export function drawShell({ source }: Pen): string {
  return oneOf(source, SHELLS);
}

/**
 * shell/values: A shell is `sh`, `bash` or an absolute path.
 * shell/short: `sh` is `/bin/sh`, and `bash` is `/bin/bash`.
 */
export function spellShell(shell: string, pen: Pen): Node {
  pen.note('shell/values');
  const short = SHORT.get(shell);
  if (short === undefined || pen.way(1, 2) === 0) return text(shell);
  pen.note('shell/short');
  return text(short);
}
