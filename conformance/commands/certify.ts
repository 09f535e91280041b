import { InvalidArgumentError, Option, type Command } from 'commander';

export interface CertifyCommandOptions {
  readonly plain?: boolean;
  readonly input: 'json' | 'yaml';
  readonly jobs?: number;
  readonly timeout?: number;
  readonly startupTimeout?: number;
  readonly maxRestarts?: number;
  readonly topic?: readonly string[];
  readonly level?: 'documented' | 'observed';
  readonly log?: string;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly json?: boolean;
}

const EXIT_CODES = `
Exit code: 0 drop-in or conformant, 1 non-conformant, 2 wrong usage, 3 incomplete, 130 interrupted.
With --baseline: 0 while exactly the listed cases fail.

Without COMMAND the bundled reference is certified, as a program of its own.`;

export function registerCertify(program: Command): void {
  program
    .command('certify')
    .description('check that a program reads task files as the reference page and the release do')
    .argument('[command...]', 'the program and its arguments, after --')
    .option('--plain', 'the program speaks no protocol: one process per case, document in, normal form out')
    .addOption(
      new Option('--input <kind>', 'with --plain: what it reads').choices(['json', 'yaml']).default('yaml'),
    )
    .option('--jobs <n>', 'so many processes side by side', wholeNumber)
    .option('--timeout <ms>', 'for one case, in milliseconds', wholeNumber)
    .option('--startup-timeout <ms>', 'for the answer to initialize, in milliseconds', wholeNumber)
    .option('--max-restarts <n>', 'how often it may be started again', wholeNumber)
    .option('--topic <topic...>', 'only these topics; such a run is incomplete')
    .addOption(new Option('--level <level>', 'only this level').choices(['documented', 'observed']))
    .option('--log <file>', 'write the event log (NDJSON), from which all reports are made')
    .option('--baseline <file>', 'known failures (YAML), which count against the grade but not against CI')
    .option('--update-baseline', 'write the failures of this run into the baseline file, keeping reasons')
    .option('--json', 'the report as JSON')
    .addHelpText('after', EXIT_CODES)
    .action(async (command: string[], options: CertifyCommandOptions) => {
      const { certify } = await import('../certify-run.ts');
      process.exitCode = await certify(command, options);
    });
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= 1) return value;
  throw new InvalidArgumentError('It must be a whole number above 0.');
}
