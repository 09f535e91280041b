import { Option, type Command } from 'commander';
import { declaredFields, PLAIN_HELP, seconds, verdictsAlone } from '../flags/flag-values.ts';
import { afterDashes } from '../flags/after-dashes.ts';
import { withProgram, type Configured } from '../flags/configuration.ts';
import { editionOption } from '../flags/edition-flag.ts';
import type { AskFlags } from './run.ts';

const NOTES = `
The answer is judged as certify does it: any spelling of the right meaning is right. Where the meaning is another one,
the difference is shown, and each requirement that the answer breaks, with its sentence. Lines with - are those of the
reference, lines with + those of the program. Without a program, that of the configuration is asked.

Exit code: 0 the same meaning, 1 another one, 2 usage or a file that can't be asked, 3 the program did not answer,
130 interrupted.`;

export function registerAsk(program: Command): void {
  program
    .command('ask')
    .description('ask a program one document of yours, and show how its answer differs from the reference')
    .argument(
      '[file]',
      'a YAML file, or JSON where the name ends in .json; - is standard input (default); the program and its arguments come after --',
    )
    .allowExcessArguments()
    .addOption(editionOption())
    .addOption(
      new Option(
        '--input <kind>',
        'send the document as this kind of text, and read standard input as such',
      ).choices(['yaml', 'json']),
    )
    .option('--plain', PLAIN_HELP)
    .addOption(verdictsAlone())
    .addOption(declaredFields())
    .option('--timeout <seconds>', 'how long an answer may take', seconds, 5)
    .option('--startup-timeout <seconds>', 'how long the first answer may take', seconds, 10)
    .option('--json', 'print the answer and the differences as JSON')
    .addHelpText('after', NOTES)
    .action(async (_file: string | undefined, all: AskFlags & Configured, ask: Command) => {
      const { runAsk } = await import('./run.ts');
      const given = afterDashes(ask);
      const files = ask.args.slice(0, ask.args.length - given.length);
      const { command, flags } = withProgram(given, all);
      if (files.length > 1)
        ask.error(`error: one document is asked at a time, and these are ${files.length}`);
      if (command.length === 0) ask.error('error: a program is needed, after --');
      process.exitCode = await runAsk(files[0] ?? '-', command, flags);
    });
}
