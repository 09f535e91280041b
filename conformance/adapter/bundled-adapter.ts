/** The command that starts the bundled reference as an implementation: this program itself, started in the same way. */
export function bundledAdapter(): string[] {
  const [, script = ''] = process.argv;
  return [process.execPath, ...process.execArgv, script, 'adapter'];
}
