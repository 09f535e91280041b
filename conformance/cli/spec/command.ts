import type { Command } from 'commander';
import { readableEditionOption } from '../flags/edition-flag.ts';
import type { SpecOptions } from './run.ts';

export function registerSpec(program: Command): void {
  program
    .command('spec')
    .description(
      'list the requirements, or show those of an id or topic with level, source, files and examples',
    )
    .argument('[id]', 'a requirement such as ports/range, or a topic such as ports')
    .option('--coverage', 'the reference page sentence by sentence, and the requirements that implement each')
    .addOption(readableEditionOption())
    .option('--json', 'JSON, for machines')
    .action(async (id: string | undefined, options: SpecOptions) => {
      const { showSpec } = await import('./run.ts');
      process.exitCode = await showSpec(id, options);
    });
}
