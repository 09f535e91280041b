import { bundledAdapter } from '../adapter/bundled-adapter.ts';
import { askAndReport } from '../certify/ask-and-report.ts';
import type { ReplayFlags } from '../commands/replay.ts';
import { openLog, type LogFile } from '../log/event-log.ts';
import { readCorpus, refusals } from './corpus.ts';
import { testOfFind } from './find.ts';

const USAGE = 2;

/** The command `replay`: asks the finds alone, prints the report, and gives the exit code. */
export async function runReplay(
  paths: readonly string[],
  command: readonly string[],
  flags: ReplayFlags,
): Promise<number> {
  const corpus = await readCorpus(paths);
  const { finds } = corpus;
  const errors = refusals(corpus);
  const log = openLogIfAsked(flags.log);
  if (typeof log === 'string') errors.push(log);
  if (errors.length === 0 && finds.length === 0) errors.push(`there are no finds in ${paths.join(', ')}`);
  if (errors.length > 0 || typeof log === 'string') {
    process.stderr.write(`${errors.join('\n')}\n`);
    return USAGE;
  }
  const cases = finds.map(({ find }) => testOfFind(find));
  const { exitCode } = await askAndReport(
    {
      command: command.length === 0 ? bundledAdapter() : command,
      cases,
      requirements: [],
      jobs: flags.jobs,
      timeoutMs: flags.timeout * 1000,
      startupTimeoutMs: flags.startupTimeout * 1000,
    },
    { ...flags, log },
  );
  return exitCode;
}

/** The log, nothing, or why it can't be written. */
function openLogIfAsked(path: string | undefined): LogFile | undefined | string {
  try {
    return path === undefined ? undefined : openLog(path);
  } catch (error) {
    return `the log can't be written: ${error instanceof Error ? error.message : String(error)}`;
  }
}
