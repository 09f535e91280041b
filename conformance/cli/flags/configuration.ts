import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import type { ConfigurationFile } from '../../../spec/generated/configuration-file.ts';
import { CONFIGURATION_FILE } from '../../configuration/configuration-name.ts';
import type { PlainFlags } from './flag-values.ts';

/** The part of a command's flags that is the whole configuration file. */
export interface Configured {
  readonly configuration?: ConfigurationFile;
}

/** Gives every command what the configuration file says and no flag does. */
export function readsConfiguration(program: Command): void {
  program
    .option('--config <file>', `the configuration file (default: ${CONFIGURATION_FILE}, if there is one)`)
    .option('--no-config', 'read no configuration file')
    .hook('preAction', async (_, command) => {
      // A shell asks for completions at every key, and a wrong file is no reason to have none.
      if (command.name() === 'complete') return;
      const { config } = program.opts<{ config?: string | false }>();
      const file = config ?? (existsSync(CONFIGURATION_FILE) ? CONFIGURATION_FILE : false);
      if (file === false) return;
      // Most commands start without such a file, and then load nothing for it.
      const { configure } = await import('./configure.ts');
      await configure(command, file);
    });
}

/** Returns the program that is asked, and how: the given one, else that of the configuration file. */
export function withProgram<Flags extends Configured & PlainFlags>(
  given: readonly string[],
  flags: Flags,
): { readonly command: readonly string[]; readonly flags: Flags } {
  const { command = [], plain, verdicts = false } = flags.configuration ?? {};
  if (given.length > 0 || command.length === 0) return { command: given, flags };
  const isSettled = plain === undefined || flags.plain === true;
  return { command, flags: isSettled ? flags : { ...flags, plain: true, input: plain, verdicts } };
}
