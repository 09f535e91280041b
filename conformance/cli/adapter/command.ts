import type { Command } from 'commander';
import { readableEditionOption, type ReadableEditionFlag } from '../flags/edition-flag.ts';

export function registerAdapter(program: Command): void {
  program
    .command('adapter')
    .description(
      'be an implementation of the protocol: answer requests on standard input with what the reference says',
    )
    .addOption(readableEditionOption())
    .addHelpText('after', '\nThe protocol is described in spec/protocol.md.')
    .action(async ({ edition }: ReadableEditionFlag) => {
      const { language } = await edition.loadInterpreter();
      const { runAdapter } = await import('../../adapter/adapter.ts');
      // The process on the other end is gone.
      process.stdout.on('error', () => process.exit(0));
      await runAdapter(language, { input: process.stdin, output: process.stdout });
      // Standard input may still be open after shutdown.
      process.stdin.destroy();
    });
}
