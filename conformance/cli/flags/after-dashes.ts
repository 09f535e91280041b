import type { Command } from 'commander';

/**
 * Returns the arguments behind `--`, where a program stands. commander puts the arguments before and behind it into one
 * list.
 */
export function afterDashes(command: Command): string[] {
  const argv = argvOf(command);
  const dashes = argv.indexOf('--');
  return dashes < 0 ? [] : argv.slice(dashes + 1);
}

/** Returns all arguments of the command line, as the outermost command has them. */
function argvOf(command: Command): string[] {
  if (command.parent !== null) return argvOf(command.parent);
  const raw: unknown = Reflect.get(command, 'rawArgs');
  return Array.isArray(raw) ? raw.map(String) : [];
}
