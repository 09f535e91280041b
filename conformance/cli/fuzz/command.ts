import { Option, type Command } from 'commander';
import {
  declaredFields,
  DEFAULT_CORPUS,
  integer,
  PLAIN_HELP,
  plainInput,
  positiveInteger,
  requiredGrade,
  seconds,
  seed,
  timeSpan,
  verdictsAlone,
} from '../flags/flag-values.ts';
import { withProgram, type Configured } from '../flags/configuration.ts';
import { editionOption } from '../flags/edition-flag.ts';
import { shardOption, withPart } from '../flags/shard-flag.ts';
import type { FuzzFlags } from './run.ts';

const NOTES = `
The saved finds of the corpus are asked first, then generated cases. Each distinct failure is made as small as it gets
by asking the program itself, printed once with the line that replays it, and saved in the corpus: commit that folder.
The same seed asks the same cases. Without a program, that of the configuration is fuzzed, or else the bundled
reference.

With --shard and the same --seed, no two parts ask the same generated case, and --cases counts those of all parts
together. The saved finds are asked in each part. \`corpus merge\` puts what the parts found into one folder.

Exit code: 0 no documented failure, 1 a documented failure, 2 usage, 3 something could not run, 130 interrupted.
With --require drop-in: 1 for any failure.`;

export function registerFuzz(program: Command): void {
  program
    .command('fuzz')
    .description('ask a program random cases, and make what it gets wrong as small as it gets')
    .argument('[command...]', 'the program and its arguments, after --')
    .addOption(editionOption())
    .option('--plain', PLAIN_HELP)
    .addOption(plainInput())
    .addOption(verdictsAlone())
    .addOption(
      new Option('--for <time>', 'how long: 60s, 5m, 1h (default: 60s)')
        .argParser(timeSpan)
        .conflicts('cases'),
    )
    .option('--cases <n>', 'so many generated cases, however long they take', positiveInteger)
    .option('--seed <n>', 'what the random cases come from (default: random, and printed)', seed)
    .option('--corpus <dir>', 'folder of the saved finds', DEFAULT_CORPUS)
    .option('--no-save', 'save no finds')
    .addOption(declaredFields())
    .option('--topic <topic>', 'only cases about one topic, such as ports')
    .addOption(
      new Option('--level <level>', 'documented: cases that rest on the page alone').choices([
        'documented',
        'observed',
      ]),
    )
    .addOption(shardOption())
    .option('--max-failures <n>', 'stop at so many distinct failures', positiveInteger)
    .option('--jobs <n>', 'processes side by side', positiveInteger, 1)
    .option('--timeout <seconds>', 'how long a case may take', seconds, 5)
    .option('--startup-timeout <seconds>', 'how long the first answer may take', seconds, 10)
    .option('--max-restarts <n>', 'how often the program may be started again (default: always)', integer)
    .addOption(requiredGrade())
    .option('--json', 'print the report as JSON')
    .addHelpText('after', NOTES)
    .action(async (given: string[], all: FuzzFlags & Configured) => {
      const { runFuzz } = await import('./run.ts');
      const { command, flags } = withProgram(given, all);
      process.exitCode = await runFuzz(command, withPart(flags));
    });
}
