import type { Command } from 'commander';
import type { CompareFlags } from './run.ts';

const NOTES = `
Each run after the first is compared with the first, case by case; only cases that both were asked count. A case is
broken if it passed in the first run and fails now, fixed if it passes now. Every log is verified as \`report\` does it.

Exit code: 0 nothing is worse, 1 a case does not pass any more or fails about documented behaviour now, 2 usage or a
file that is no event log, 3 the runs can't be compared: other editions, no case in common, or a log that does not fit.`;

export function registerCompare(program: Command): void {
  program
    .command('compare')
    .description('show what is fixed and broken between runs, from their event logs')
    .argument('<logs...>', 'two or more files that `certify --log` wrote, the earlier run first')
    .option('--json', 'print the comparison as JSON')
    .option('--verbose', 'print every group of changes, and every requirement that differs')
    .option('--markdown <file>', 'write the comparison as Markdown')
    .option('--html <file>', 'write the comparison as a page')
    .addHelpText('after', NOTES)
    .action(async (paths: string[], flags: CompareFlags) => {
      const { runCompare } = await import('./run.ts');
      process.exitCode = await runCompare(paths, flags);
    });
}
