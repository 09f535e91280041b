import type { Command } from 'commander';

export function registerReport(program: Command): void {
  program
    .command('report')
    .description('print the report of an event log; of a killed run too, marked incomplete')
    .argument('<log>', 'a file that `certify --log` wrote')
    .option('--json', 'the report as JSON')
    .addHelpText(
      'after',
      '\nExit code: that of the run; 3 where the log has no end, 2 where it can not be read.',
    )
    .action(async (path: string, options: { readonly json?: boolean }) => {
      const { reportLog } = await import('../report-log.ts');
      process.exitCode = await reportLog(path, options);
    });
}
