import type { Command } from 'commander';

interface GoldenOptions {
  readonly json?: boolean;
  readonly update?: boolean;
}

export function registerGolden(program: Command): void {
  const golden = program
    .command('golden')
    .description('write and check golden files: beside each *.dstack.yml its normal form, or what it breaks');
  golden
    .command('write')
    .description('write *.golden.json beside every *.dstack.yml and *.dstack.yaml below the folders')
    .argument('<dirs...>', 'folders to search, or single files')
    .option('--json', 'one JSON object per file and line, for machines')
    .action(async (folders: string[], options: GoldenOptions) => {
      await runGolden('write', folders, options);
    });
  golden
    .command('check')
    .description('compare the golden files with what the reference says today')
    .argument('<dirs...>', 'folders to search, or single files')
    .option('--update', 'accept what the reference says today')
    .option('--json', 'one JSON object per file and line, for machines')
    .addHelpText(
      'after',
      '\nExit code: 0 no drift, 1 drift or a missing golden file, 2 a file could not be read.',
    )
    .action(async (folders: string[], options: GoldenOptions) => {
      await runGolden(options.update === true ? 'write' : 'check', folders, options);
    });
}

async function runGolden(
  what: 'write' | 'check',
  folders: readonly string[],
  options: GoldenOptions,
): Promise<void> {
  const { checkGolden, goldenExitCode, writeGolden } = await import('../../golden/golden.ts');
  const { goldenReport } = await import('./text.ts');
  const results = what === 'write' ? await writeGolden(folders) : await checkGolden(folders);
  process.stdout.write(goldenReport(results, options));
  process.exitCode = goldenExitCode(results);
}
