import { resolve } from 'node:path';
import { plainOf } from '../flags/flag-values.ts';
import type { Edition } from '../../edition.ts';
import { EDITIONS, type Register, type Registered } from '../../editions/register.ts';
import { bundledAdapter } from '../../adapter/bundled-adapter.ts';
import type { TestCase } from '../../case/case.ts';
import { askAndReport } from '../certify/ask-and-report.ts';
import { readCorpus, refusals } from '../../corpus/corpus.ts';
import { testOfFind } from '../../corpus/find.ts';
import { EXIT_USAGE } from '../../judge/grade.ts';
import { openLogIfAsked } from '../../log/event-log.ts';
import { isLog, readRun, replayRun, type EarlierRun } from './replay-log.ts';

export interface ReplayFlags {
  /** Limits the finds to one edition. */
  readonly edition?: Registered;
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
  editions: Register = EDITIONS,
): Promise<number> {
  const target = flags.log;
  if (target !== undefined && paths.some((path) => resolve(path) === resolve(target)))
    return refuse([`${target} is what is replayed: the log needs another name`]);
  const subject = await readSubject(paths, flags.edition, editions);
  if (subject.kind === 'refused') return refuse(subject.errors);
  const log = openLogIfAsked(target);
  if (typeof log === 'string') return refuse([log]);
  const { edition } = subject;
  const options = {
    command: command.length === 0 ? bundledAdapter(edition) : command,
    requirements: [],
    ...plainOf(flags),
    jobs: flags.jobs,
    timeoutMs: flags.timeout * 1000,
    startupTimeoutMs: flags.startupTimeout * 1000,
  };
  const output = { ...flags, log };
  if (subject.kind === 'run') return replayRun(subject.run, options, output);
  const { exitCode } = await askAndReport({ ...options, edition, cases: subject.cases }, output);
  return exitCode;
}

/** The finds or the run that are asked again. */
type Subject =
  | { readonly kind: 'run'; readonly edition: Edition; readonly run: EarlierRun }
  | { readonly kind: 'finds'; readonly edition: Edition; readonly cases: readonly TestCase[] }
  | { readonly kind: 'refused'; readonly errors: readonly string[] };

async function readSubject(
  paths: readonly string[],
  wanted: Registered | undefined,
  editions: Register,
): Promise<Subject> {
  const [path = '', ...others] = paths;
  if (!(await isLog(path))) return readFinds(paths, wanted, editions);
  const run = others.length > 0 ? 'a log is replayed alone' : await readRun(path, editions);
  if (typeof run === 'string') return refused(`${path}: ${run}`);
  const { edition } = run;
  return wanted !== undefined && wanted.id !== edition.id
    ? refused(`${path}: it is a run of ${edition.id}, and not of ${wanted.id}`)
    : { kind: 'run', edition, run };
}

async function readFinds(
  paths: readonly string[],
  wanted: Registered | undefined,
  editions: Register,
): Promise<Subject> {
  const corpus = await readCorpus(paths, editions);
  const finds = corpus.finds
    .map(({ find }) => find)
    .filter(({ edition }) => wanted === undefined || edition.id === wanted.id);
  const errors = refusals(corpus);
  if (errors.length > 0) return refused(...errors);
  const [first] = finds;
  if (first === undefined) return refused(`there are no finds in ${paths.join(', ')}`);
  const { edition } = first;
  const ids = [...new Set(finds.map((find) => find.edition.id))];
  if (ids.length > 1)
    return refused(`the finds are of several editions, ${ids.join(', ')}: choose one with --edition`);
  return { kind: 'finds', edition, cases: finds.map(testOfFind) };
}

function refused(...errors: string[]): Subject {
  return { kind: 'refused', errors };
}

function refuse(errors: readonly string[]): number {
  process.stderr.write(`${errors.join('\n')}\n`);
  return EXIT_USAGE;
}
