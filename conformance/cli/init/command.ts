import type { Command } from 'commander';
import { LANGUAGES } from '../../init/language.ts';
import type { InitFlags } from './run.ts';

const NOTES = `
It writes an adapter that is right about three fields, the configuration dstack-conformance.yaml, a workflow for GitHub,
an empty baseline and a folder for the finds of \`fuzz\`. It asks nothing, and overwrites nothing: a file that is there
stays, and is named.

Exit code: 0, 1 where a file of another content was there already, 2 usage.`;

export function registerInit(program: Command): void {
  program
    .command('init')
    .description('write a starting point for an implementation into the working folder')
    .argument('[language]', `${LANGUAGES.join(', ')} (default: that of the project in the folder)`)
    .option('--dry-run', 'only say what would be written')
    .option('--json', 'print what was written as JSON')
    .addHelpText('after', NOTES)
    .action(async (language: string | undefined, flags: InitFlags) => {
      const { runInit } = await import('./run.ts');
      process.exitCode = await runInit(language, flags);
    });
}
