import type { Command } from 'commander';

/** Replaces commander's own `help`, which shows the help of everything for a command that does not exist. */
export function registerHelp(program: Command): void {
  program
    .helpCommand(false)
    .command('help')
    .description('show the help of a command')
    .argument('[command...]', 'the command, such as certify or golden check')
    .action(async (words: readonly string[]) => {
      let about = program;
      for (const word of words) {
        const found = about.commands.find((each) => each.name() === word);
        if (found === undefined) about.error(await unknownCommand(about, word));
        else about = found;
      }
      about.outputHelp();
    });
}

async function unknownCommand(about: Command, word: string): Promise<string> {
  const { unknownNames } = await import('../../../reference/advice/nearest.ts');
  const names = about.commands.map((each) => each.name());
  const all = names.length === 0 ? `${about.name()} has no commands` : `the commands are ${names.join(', ')}`;
  return `error: ${unknownNames('command', [word], names, all) ?? all}`;
}
