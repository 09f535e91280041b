import { complain } from '../terminal/complain.ts';
import { resolve } from 'node:path';
import { plainOf } from '../flags/flag-values.ts';
import { bundledAdapter } from '../../adapter/bundled-adapter.ts';
import type { TestCase } from '../../case/case.ts';
import { askAndReport } from '../certify/ask-and-report.ts';
import { readCorpus, refusals } from '../../corpus/corpus.ts';
import { testOfFind } from '../../corpus/find.ts';
import { EXIT_USAGE } from '../../judge/grade.ts';
import { openLogIfAsked } from '../../log/event-log.ts';
import { isLog, readRun, replayRun, type EarlierRun } from './replay-log.ts';

export interface ReplayFlags {
  readonly plain?: boolean;
  readonly input?: 'yaml' | 'json';
  readonly jobs: number;
  readonly timeout: number;
  readonly startupTimeout: number;
  readonly log?: string;
  readonly json?: boolean;
}

/** The command `replay`: asks finds or an earlier run again, prints the report, and returns the exit code. */
export async function runReplay(
  paths: readonly string[],
  command: readonly string[],
  flags: ReplayFlags,
): Promise<number> {
  const target = flags.log;
  if (target !== undefined && paths.some((path) => resolve(path) === resolve(target)))
    return refuse([`${target} is what is replayed: the log needs another name`]);
  const subject = await readSubject(paths);
  if (subject.kind === 'refused') return refuse(subject.errors);
  const log = openLogIfAsked(target);
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
  if (subject.kind === 'run') return replayRun(subject.run, options, output);
  const { exitCode } = await askAndReport({ ...options, cases: subject.cases }, output);
  return exitCode;
}

/** The finds or the run that are asked again. */
type Subject =
  | { readonly kind: 'run'; readonly run: EarlierRun }
  | { readonly kind: 'finds'; readonly cases: readonly TestCase[] }
  | { readonly kind: 'refused'; readonly errors: readonly string[] };

async function readSubject(paths: readonly string[]): Promise<Subject> {
  const [path = '', ...others] = paths;
  if (!(await isLog(path))) return readFinds(paths);
  const run = others.length > 0 ? 'a log is replayed alone' : await readRun(path);
  return typeof run === 'string' ? { kind: 'refused', errors: [`${path}: ${run}`] } : { kind: 'run', run };
}

async function readFinds(paths: readonly string[]): Promise<Subject> {
  const corpus = await readCorpus(paths);
  const { finds } = corpus;
  const errors = refusals(corpus);
  if (errors.length === 0 && finds.length === 0) errors.push(`there are no finds in ${paths.join(', ')}`);
  if (errors.length > 0) return { kind: 'refused', errors };
  return { kind: 'finds', cases: finds.map(({ find }) => testOfFind(find)) };
}

function refuse(errors: readonly string[]): number {
  complain(...errors);
  return EXIT_USAGE;
}
