import { Option, type Command } from 'commander';
import { noWarnings } from '../flags/flag-values.ts';
import { readableEditionOption, type ReadableEditionFlag } from '../flags/edition-flag.ts';

interface NormalizeOptions extends ReadableEditionFlag {
  readonly format: 'json' | 'yaml';
  readonly json?: boolean;
  readonly warnings: boolean;
}

export function registerNormalize(program: Command): void {
  program
    .command('normalize')
    .description(
      'print what task files mean: their fully defaulted normal form, or everything wrong with them',
    )
    .argument('[files...]', 'YAML files, or JSON where the name ends in .json; - is standard input', ['-'])
    .addOption(new Option('--format <format>', 'how to print').choices(['json', 'yaml']).default('json'))
    .option('--json', 'one JSON object per file and line, for machines')
    .addOption(noWarnings())
    .addOption(readableEditionOption())
    .addHelpText('after', '\nExit code: 0 all accepted, 1 some rejected, 2 a file could not be read.')
    .action(async (files: string[], options: NormalizeOptions) => {
      const { normalizeFiles } = await import('./run.ts');
      process.exitCode = await normalizeFiles(files, options);
    });
}
