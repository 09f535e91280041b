import { Option, type Command } from 'commander';
import {
  declaredFields,
  DEFAULT_CORPUS,
  integer,
  PLAIN_HELP,
  quiet,
  verbose,
  plainInput,
  positiveInteger,
  requiredGrade,
  seconds,
  timeSpan,
  verdictsAlone,
} from '../flags/flag-values.ts';
import { withProgram, type Configured } from '../flags/configuration.ts';
import { addCertificateFlags } from '../flags/certificate-flags.ts';
import { addReportFiles } from '../flags/report-files.ts';
import { editionOption } from '../flags/edition-flag.ts';
import { shardOption, withPart } from '../flags/shard-flag.ts';
import type { CertifyFlags } from './run.ts';

const NOTES = `
The program is started without a shell, once per job, and asked over standard input and output (spec/protocol.md).
Without a program, that of the configuration is certified, or else the bundled reference. Nothing that was started is
left running.

Exit code: 0 drop-in or conformant, 1 non-conformant, 2 usage, 3 incomplete, 130 interrupted.
With --require drop-in: 1 for a conformant program too.
With --fail-fast or --max-failures: 1 if the run ended so, although it is incomplete. Answers that are under way
still count, and listed failures don't. With
--require drop-in, --fail-fast ends at any failure.
With --watch: that of the last run, when Ctrl-C ends the waiting. What tools write (.git, node_modules, __pycache__,
target, dist, build) is no change.
With --shard: 1 if this part failed, 0 if it is right, although only \`report SHARD.log…\` grades all parts together. A
requirement that no case of this part exercises, and a baseline entry that nothing in it needs, is left to the others.
With --deadline: 3 if the time was over before the last case.
With --baseline: 0 while exactly the listed failures and unsupported cases happen, else 1; 3 if something could not
run. The report says why it is 3.`;

export function registerCertify(program: Command): void {
  const command = program
    .command('certify')
    .description('check a program against every case of the suite, and grade it')
    .argument('[command...]', 'the program and its arguments, after --')
    .addOption(editionOption())
    .option('--plain', PLAIN_HELP)
    .addOption(plainInput())
    .addOption(verdictsAlone())
    .option('--jobs <n>', 'processes side by side', positiveInteger, 1)
    .option('--timeout <seconds>', 'how long a case may take', seconds, 5)
    .option('--startup-timeout <seconds>', 'how long the first answer may take', seconds, 10)
    .option('--deadline <time>', 'end the run after this time (60s, 5m), with the results so far', timeSpan)
    .option(
      '--max-restarts <n>',
      'how often the program may be started again (default: 100, or 1 per 50 cases)',
      integer,
    )
    .option('--cases <n>', 'how many cases to generate besides the examples (default: 10000)', integer)
    .option('--corpus <dir>', 'folder of the finds of `fuzz`, asked first', DEFAULT_CORPUS)
    .addOption(declaredFields())
    .option('--topic <topics...>', 'only these topics; the run is then never complete')
    .option(
      '--requirement <ids...>',
      'only the cases that exercise these requirements; the run is then never complete',
    )
    .addOption(new Option('--level <level>', 'only cases of this level').choices(['documented', 'observed']))
    .addOption(shardOption())
    .option('--case <ids...>', 'only these cases, as reports name them; the run is then never complete')
    .addOption(
      new Option('--failed <log>', 'only the cases that failed in the run of this log').conflicts('case'),
    )
    .addOption(
      new Option('--fail-fast', 'end at the first failure on documented behaviour').conflicts('maxFailures'),
    )
    .option('--max-failures <n>', 'end at this many failures', positiveInteger)
    .addOption(
      new Option(
        '--watch [paths...]',
        'again whenever one of these files or folders changes: first what failed, then all (default: those of the configuration, or the working folder)',
      ).conflicts(['failed', 'updateBaseline']),
    )
    .option('--log <file>', 'write the event log (NDJSON), from which `report` makes reports')
    .option('--baseline <file>', 'known failures (YAML)')
    .option('--update-baseline', 'rewrite the baseline so that it lists what fails now; reasons are kept')
    .addOption(requiredGrade().conflicts('baseline'))
    .option('--json', 'print the report as JSON')
    .addOption(quiet())
    .addOption(verbose())
    .addHelpText('after', NOTES);
  addReportFiles(command);
  addCertificateFlags(command);
  command.action(async (given: string[], all: CertifyFlags & Configured, self: Command) => {
    const isAnyEdition = self.getOptionValueSource('edition') === 'default';
    const { command: asked, flags } = withProgram(given, { ...withPart(all), isAnyEdition });
    const { watch } = flags;
    if (watch === undefined) {
      const { runCertify } = await import('./run.ts');
      process.exitCode = await runCertify(asked, flags);
    } else {
      const { runWatching } = await import('./run-watching.ts');
      const paths = watch === true ? (flags.configuration?.watch ?? ['.']) : watch;
      process.exitCode = await runWatching(paths, asked, flags);
    }
  });
}
