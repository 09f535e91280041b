import type { Command } from 'commander';
import { seconds } from '../flags/flag-values.ts';
import { withProgram, type Configured } from '../flags/configuration.ts';
import { editionOption } from '../flags/edition-flag.ts';
import type { SmokeFlags } from './run.ts';

export function registerSmoke(program: Command): void {
  program
    .command('smoke')
    .description('talk a little with an adapter, show the conversation, and say what to fix')
    .argument('[command...]', 'the program and its arguments, after --')
    .option('--timeout <seconds>', 'how long an answer may take', seconds, 5)
    .option('--startup-timeout <seconds>', 'how long the first answer may take', seconds, 10)
    .addOption(editionOption())
    .option('--json', 'print the conversation and the findings as JSON')
    .addHelpText(
      'after',
      '\nWithout a program, that of the configuration is asked.\n\nExit code: 0 the protocol is right, also if answers are not; 1 something about it must be fixed first.',
    )
    .action(async (given: string[], all: SmokeFlags & Configured, smoke: Command) => {
      const { runSmoke } = await import('./run.ts');
      const { command, flags } = withProgram(given, all);
      if (command.length === 0) smoke.error('error: a program is needed, after --');
      process.exitCode = await runSmoke(command, flags);
    });
}
