import type { Coercion } from '../coercion/coercion.ts';
import { describe } from '../document/describe.ts';
import type { Reader } from '../fields/reader.ts';
import { Rejection, rejectUnknown } from '../document/violation.ts';

const SHELLS: ReadonlyMap<string, string> = new Map([
  ['sh', '/bin/sh'],
  ['bash', '/bin/bash'],
]);

/**
 * Makes a reader for a shell, as an absolute path.
 * shell/values: A shell is `sh`, `bash` or an absolute path.
 * shell/short: `sh` is `/bin/sh`, and `bash` is `/bin/bash`.
 */
export function shellReader({ text }: Coercion): Reader<string> {
  return function readShell(value, trace) {
    const shell = text(value, trace);
    if (shell instanceof Rejection) return shell;
    trace?.rule('shell/values');
    if (shell.startsWith('/')) return shell;
    const path = SHELLS.get(shell);
    if (path === undefined)
      return rejectUnknown('shell/values', `expected sh, bash or an absolute path, not ${describe(value)}`, [
        ...SHELLS.keys(),
      ]);
    trace?.rule('shell/short');
    return path;
  };
}
