import type { Edition } from '../edition.ts';

/** The command that starts the bundled reference of an edition as an implementation: this program itself, started in the same way. */
export function bundledAdapter({ id }: Edition): string[] {
  const [, script = ''] = process.argv;
  return [process.execPath, ...process.execArgv, script, 'adapter', '--edition', id];
}
