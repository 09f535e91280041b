import { plainOf } from '../commands/flag-values.ts';
import type { ReplayFlags } from '../commands/replay.ts';
import { bundledAdapter } from '../adapter/bundled-adapter.ts';
import { askAndReport } from '../certify/ask-and-report.ts';
import type { CertifyOptions } from '../certify/certify.ts';
import { readCorpus, refusals } from '../corpus/corpus.ts';
import { testOfFind } from '../corpus/find.ts';
import { openLog, type LogFile } from '../log/event-log.ts';
import { isLog, readRun, replayRun } from './replay-log.ts';

const USAGE = 2;

/** The command `replay`: asks finds, or an earlier run again; prints the report, and gives the exit code. */
export async function runReplay(
  paths: readonly string[],
  command: readonly string[],
  flags: ReplayFlags,
): Promise<number> {
  const log = openLogIfAsked(flags.log);
  if (typeof log === 'string') return refuse([log]);
  const options = {
    command: command.length === 0 ? bundledAdapter() : command,
    requirements: [],
    ...plainOf(flags),
    jobs: flags.jobs,
    timeoutMs: flags.timeout * 1000,
    startupTimeoutMs: flags.startupTimeout * 1000,
  };
  const output = { ...flags, log };
  const [path = '', ...others] = paths;
  if (!(await isLog(path))) return replayFinds(paths, options, output);
  const run = others.length > 0 ? 'a log is replayed alone' : await readRun(path);
  return typeof run === 'string' ? refuse([`${path}: ${run}`]) : replayRun(run, options, output);
}

async function replayFinds(
  paths: readonly string[],
  options: Omit<CertifyOptions, 'cases'>,
  output: Parameters<typeof askAndReport>[1],
): Promise<number> {
  const corpus = await readCorpus(paths);
  const { finds } = corpus;
  const errors = refusals(corpus);
  if (errors.length === 0 && finds.length === 0) errors.push(`there are no finds in ${paths.join(', ')}`);
  if (errors.length > 0) return refuse(errors);
  const cases = finds.map(({ find }) => testOfFind(find));
  const { exitCode } = await askAndReport({ ...options, cases }, output);
  return exitCode;
}

function refuse(errors: readonly string[]): number {
  process.stderr.write(`${errors.join('\n')}\n`);
  return USAGE;
}

/** The log, nothing, or why it can't be written. */
function openLogIfAsked(path: string | undefined): LogFile | undefined | string {
  try {
    return path === undefined ? undefined : openLog(path);
  } catch (error) {
    return `the log can't be written: ${error instanceof Error ? error.message : String(error)}`;
  }
}
