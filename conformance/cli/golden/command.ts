import type { Command } from 'commander';
import { noWarnings } from '../flags/flag-values.ts';
import { readableEditionOption } from '../flags/edition-flag.ts';
import type { GoldenFlags } from './run.ts';

export function registerGolden(program: Command): void {
  const golden = program
    .command('golden')
    .description('write and check golden files: beside each *.dstack.yml its normal form, or what it breaks');
  golden
    .command('write')
    .description('write *.golden.json beside every *.dstack.yml and *.dstack.yaml below the folders')
    .argument('<dirs...>', 'folders to search, or single files of any name')
    .option('--json', 'one JSON object per file and line, for machines')
    .addOption(noWarnings())
    .addOption(readableEditionOption())
    .action(async (folders: string[], flags: GoldenFlags) => {
      const { runGolden } = await import('./run.ts');
      process.exitCode = await runGolden('write', folders, flags);
    });
  golden
    .command('check')
    .description('compare the golden files with what the reference says today')
    .argument('<dirs...>', 'folders to search, or single files of any name')
    .option('--update', 'accept what the reference says today')
    .option('--json', 'one JSON object per file and line, for machines')
    .addOption(noWarnings())
    .addOption(readableEditionOption())
    .addHelpText(
      'after',
      '\nExit code: 0 no drift, 1 drift, a missing golden file or one without its task file,\n2 a file could not be read or written.',
    )
    .action(async (folders: string[], flags: GoldenFlags) => {
      const { runGolden } = await import('./run.ts');
      process.exitCode = await runGolden(flags.update === true ? 'write' : 'check', folders, flags);
    });
}
