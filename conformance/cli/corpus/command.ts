import type { Command } from 'commander';
import { DEFAULT_CORPUS } from '../flags/flag-values.ts';
import type { Configured } from '../flags/configuration.ts';
import { anyEditionOption } from '../flags/edition-flag.ts';
import type { PruneFlags } from './run.ts';

const NOTES = `
A find adds nothing if another one has the same input, or shows the same failure (the same kind, place and
requirements) with a shorter text. One that the reference of today contradicts is of no use either. Damaged files are
named and left alone.

Exit code: 0, or 2 where a file could not be read.`;

export function registerCorpus(program: Command): void {
  program
    .command('corpus')
    .description('look after the finds that `fuzz` saved')
    .command('prune')
    .description('delete the finds that add nothing')
    .argument('[dir]', `folder of the finds (default: that of the configuration, or ${DEFAULT_CORPUS})`)
    .addOption(anyEditionOption('only the finds of this edition'))
    .option('--dry-run', 'only say what would be deleted')
    .option('--json', 'one JSON object per deleted file and line')
    .addHelpText('after', NOTES)
    .action(async (given: string | undefined, flags: PruneFlags & Configured) => {
      const { runPrune } = await import('./run.ts');
      const folder = given ?? flags.configuration?.corpus ?? DEFAULT_CORPUS;
      process.exitCode = await runPrune(folder, flags);
    });
}
