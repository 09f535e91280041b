import type { Command } from 'commander';
import { quiet, verbose } from '../flags/flag-values.ts';
import { addCertificateFlags } from '../flags/certificate-flags.ts';
import { addReportFiles } from '../flags/report-files.ts';
import type { ReportFlags } from './run.ts';

const NOTES = `
The log is evidence, not authority: the corpus is made anew, each answer is judged again, and counts and grade follow
from that. What does not fit is named on standard error.

The logs of \`certify --shard\` are reported together, as the one run that they make. A shard that is missing, doubled,
unfinished or of another run is named, and makes the run incomplete. \`compare\` takes logs of several runs.

Exit code: that of the run; 2 for a file that is no event log, 3 for an unfinished log, for one that does not fit, and
for shards that are not the whole run.`;

export function registerReport(program: Command): void {
  const command = program
    .command('report')
    .description('print the report of a run from its event log, also of one that was killed')
    .argument(
      '<logs...>',
      'a file that `certify --log` wrote, or those of all shards of a run; - is standard input',
    )
    .option('--json', 'print the report as JSON')
    .addOption(quiet())
    .addOption(verbose())
    .addHelpText('after', NOTES);
  addReportFiles(command);
  addCertificateFlags(command);
  command.action(async (paths: string[], flags: ReportFlags) => {
    const { runReport } = await import('./run.ts');
    process.exitCode = await runReport(paths, flags);
  });
}
