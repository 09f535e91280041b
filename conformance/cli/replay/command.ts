import type { Command } from 'commander';
import {
  PLAIN_HELP,
  plainInput,
  positiveInteger,
  quiet,
  seconds,
  verbose,
  verdictsAlone,
} from '../flags/flag-values.ts';
import { afterDashes } from '../flags/after-dashes.ts';
import { withProgram, type Configured } from '../flags/configuration.ts';
import { anyEditionOption } from '../flags/edition-flag.ts';
import type { ReplayFlags } from './run.ts';

const NOTES = `
With an event log, the answers that passed are compared byte for byte with those of the earlier run, and all others are
asked and judged anew: so a certificate is verified by running again.

Without a program, that of the configuration is asked, or else the bundled reference.

Of finds it says which are fixed and which still fail: they make no grade.

Exit code: 0 no documented failure, 1 a documented failure, 2 usage or a find that can't be used, 3 nothing or not all
could be asked, 130 interrupted.`;

export function registerReplay(program: Command): void {
  program
    .command('replay')
    .description('ask a program the saved finds in files and folders, or what it was asked in an earlier run')
    .argument(
      '<paths...>',
      'finds, or folders of them, or the event log of one run; the program and its arguments come after --',
    )
    .addOption(anyEditionOption('only finds of this edition; a run of another one is refused'))
    .option('--plain', PLAIN_HELP)
    .addOption(plainInput())
    .addOption(verdictsAlone())
    .option('--jobs <n>', 'processes side by side', positiveInteger, 1)
    .option('--timeout <seconds>', 'how long a case may take', seconds, 5)
    .option('--startup-timeout <seconds>', 'how long the first answer may take', seconds, 10)
    .option('--log <file>', 'write the event log (NDJSON)')
    .option('--json', 'print the report as JSON')
    .addOption(quiet())
    .addOption(verbose())
    .addHelpText('after', NOTES)
    .action(async (words: string[], all: ReplayFlags & Configured, replay: Command) => {
      const { runReplay } = await import('./run.ts');
      const given = afterDashes(replay);
      const { command, flags } = withProgram(given, all);
      process.exitCode = await runReplay(words.slice(0, words.length - given.length), command, flags);
    });
}
