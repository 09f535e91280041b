import type { Command } from 'commander';
import { DEFAULT_CORPUS } from '../flags/flag-values.ts';
import type { Configured } from '../flags/configuration.ts';
import { anyEditionOption } from '../flags/edition-flag.ts';
import type { MergeFlags, PruneFlags } from './run.ts';

const MERGE_NOTES = `
Each question is kept once: that of the corpus, then that of the first folder. A find that asks the same and tells
another failure is named and left out. Damaged files are named, and the others are merged; nothing is written while the
corpus itself holds a find that can't be used.

Exit code: 0, or 2 where a file could not be read.`;

const NOTES = `
A find adds nothing if another one has the same input, or shows the same failure (the same kind, place and
requirements) with a shorter text. One that the reference of today contradicts is of no use either. Damaged files are
named and left alone.

Exit code: 0, or 2 where a file could not be read.`;

export function registerCorpus(program: Command): void {
  const corpus = program.command('corpus').description('look after the finds that `fuzz` saved');
  corpus
    .command('merge')
    .description('put the finds of several folders into one, such as those of the shards of a fuzz run')
    .argument('<dirs...>', 'folders of finds')
    .requiredOption('--into <dir>', 'the corpus that takes them')
    .option('--json', 'one JSON object per find and line')
    .addHelpText('after', MERGE_NOTES)
    .action(async (folders: string[], flags: MergeFlags) => {
      const { runMerge } = await import('./run.ts');
      process.exitCode = await runMerge(folders, flags);
    });
  corpus
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
