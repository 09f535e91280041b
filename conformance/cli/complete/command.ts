import type { Command } from 'commander';
import { afterDashes } from '../flags/after-dashes.ts';

const NOTES = `
Once, for a shell:

  bash  source <(dstack-conformance complete bash)         in ~/.bashrc
  zsh   source <(dstack-conformance complete zsh)          in ~/.zshrc
  fish  dstack-conformance complete fish | source          in ~/.config/fish/config.fish

The script asks \`dstack-conformance complete -- WORDS\` for the words that may come next: commands, flags, topics,
requirements, fields and editions.`;

export function registerComplete(program: Command): void {
  program
    .command('complete')
    .description('print the script with which a shell completes commands, flags and names')
    .argument('[shell]', 'bash, zsh, fish or powershell')
    .allowExcessArguments()
    .addHelpText('after', NOTES)
    .action(async (shell: string | undefined, _flags: object, complete: Command) => {
      const { completionScript, completions, unknownShell } = await import('./run.ts');
      const words = afterDashes(complete);
      if (complete.args.length > words.length || words.length === 0) {
        const error = unknownShell(shell);
        if (error !== undefined) complete.error(`error: ${error}`);
        process.stdout.write(completionScript(program, shell ?? ''));
      } else process.stdout.write(await completions(program, words));
    });
}
