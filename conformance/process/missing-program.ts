import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Returns the reason why a program can't be started, as far as a look at the files tells, so that nobody waits for
 * cases that no one will be asked. Returns `undefined` if starting it is worth a try.
 */
export function missingProgram(
  [program = '']: readonly string[],
  searched: string = process.env.PATH ?? '',
): string | undefined {
  // Windows finds programs in ways of its own.
  if (process.platform === 'win32') return undefined;
  if (program.includes('/')) return reasonAgainst(program);
  const isFound = searched
    .split(delimiter)
    .some((folder) => reasonAgainst(join(folder, program)) === undefined);
  return isFound ? undefined : `there is no program ${program}`;
}

function reasonAgainst(path: string): string | undefined {
  if (!existsSync(path)) return `there is no program ${path}`;
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile() ? undefined : `${path} is no program`;
  } catch {
    return `${path} is not executable`;
  }
}
