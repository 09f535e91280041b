import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { plainOf } from '../flags/flag-values.ts';
import { bundledAdapter } from '../../adapter/bundled-adapter.ts';
import type { TestCase } from '../../case/case.ts';
import { askAndReport } from '../certify/ask-and-report.ts';
import { readCorpus, refusals } from '../../corpus/corpus.ts';
import { testOfFind } from '../../corpus/find.ts';
import { EXIT_CODES, EXIT_USAGE } from '../../judge/grade.ts';
import { openLogIfAsked } from '../../log/event-log.ts';
import { verifyLog } from '../../verify/verify-log.ts';
import { flawsText } from '../terminal/flaws-text.ts';
import { askedIn, isLog, replayRun, type EarlierRun } from './replay-log.ts';

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
  if (subject.kind === 'refused') return refuse(subject.errors, subject.exitCode);
  const log = openLogIfAsked(target);
  if (typeof log === 'string') return refuse([log]);
  const options = {
    command: command.length === 0 ? bundledAdapter() : command,
    ...plainOf(flags),
    jobs: flags.jobs,
    timeoutMs: flags.timeout * 1000,
    startupTimeoutMs: flags.startupTimeout * 1000,
  };
  const output = { ...flags, log };
  if (subject.kind === 'run') return replayRun(subject.run, options, output);
  const finds = { cases: [], finds: subject.finds, requirements: [] };
  const { exitCode } = await askAndReport({ ...options, ...finds }, output);
  return exitCode;
}

/** The finds or the run that are asked again. */
type Subject =
  | { readonly kind: 'run'; readonly run: EarlierRun }
  | { readonly kind: 'finds'; readonly finds: readonly TestCase[] }
  | { readonly kind: 'refused'; readonly errors: readonly string[]; readonly exitCode?: number };

async function readSubject(paths: readonly string[]): Promise<Subject> {
  const [path = '', ...others] = paths;
  if (!(await isLog(path))) return readFinds(paths);
  return others.length > 0 ? refused(`${path}: a log is replayed alone`) : readRun(path);
}

/** Reads a log, and prints what does not fit. A log that tells nothing to ask can't be replayed. */
async function readRun(path: string): Promise<Subject> {
  const log = verifyLog(await readFile(path));
  const { run, events, flaws } = log;
  process.stderr.write(flawsText(path, flaws));
  const exitCode = events === 0 ? EXIT_USAGE : EXIT_CODES.incomplete;
  if (run === undefined) return { ...refused(`${path}: nothing was asked`), exitCode };
  if (flaws.count === 0 && askedIn(log).length === 0)
    return refused(`${path}: no case was asked in that run`);
  return { kind: 'run', run: { ...log, run } };
}

async function readFinds(paths: readonly string[]): Promise<Subject> {
  const corpus = await readCorpus(paths);
  const { finds } = corpus;
  const errors = refusals(corpus);
  if (errors.length === 0 && finds.length === 0) errors.push(`there are no finds in ${paths.join(', ')}`);
  return errors.length > 0
    ? refused(...errors)
    : { kind: 'finds', finds: finds.map(({ find }) => testOfFind(find)) };
}

function refused(...errors: string[]) {
  return { kind: 'refused', errors } as const;
}

function refuse(errors: readonly string[], exitCode: number = EXIT_USAGE): number {
  process.stderr.write(`${errors.join('\n')}\n`);
  return exitCode;
}
