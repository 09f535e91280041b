import type { Command } from 'commander';
import { noWarnings } from '../flags/flag-values.ts';
import { readableEditionOption } from '../flags/edition-flag.ts';
import type { ExplainFlags } from './run.ts';

export function registerExplain(program: Command): void {
  program
    .command('explain')
    .description('print the normal form of a task file and, beside each line, where the value comes from')
    .argument('[file]', 'a YAML file, or JSON where the name ends in .json; - is standard input', '-')
    .option('--json', 'a list of { pointer, value, kind, line, requirements }, for machines')
    .addOption(noWarnings())
    .addOption(readableEditionOption())
    .addHelpText('after', '\nExit code: 0 accepted, 1 rejected, 2 the file could not be read.')
    .action(async (file: string, flags: ExplainFlags) => {
      const { explainFile } = await import('./run.ts');
      process.exitCode = await explainFile(file, flags);
    });
}
