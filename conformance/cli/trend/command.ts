import type { Command } from 'commander';
import type { TrendFlags } from './run.ts';

const NOTES = `
The logs are put in the order in which their runs ended. Each is verified as \`report\` does it, and compared with the
one before it, case by case.

Exit code: 0 whatever changed, 2 usage or a file that is no event log, 3 the runs can't be compared: other editions, no
case in common, or a log that does not fit. For an exit code about what got worse, use \`compare\`.`;

export function registerTrend(program: Command): void {
  program
    .command('trend')
    .description('show how an implementation changed over time, from the event logs of its runs')
    .argument('<logs...>', 'files that `certify --log` wrote')
    .option('--json', 'print the trend as JSON')
    .option('--markdown <file>', 'write the trend as Markdown')
    .option('--html <file>', 'write the trend as a page')
    .option('--svg <file>', 'write a picture of the trend')
    .addHelpText('after', NOTES)
    .action(async (paths: string[], flags: TrendFlags) => {
      const { runTrend } = await import('./run.ts');
      process.exitCode = await runTrend(paths, flags);
    });
}
