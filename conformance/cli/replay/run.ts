import { complain } from '../terminal/complain.ts';
import { resolve } from 'node:path';
import { plainOf, type DetailFlags, type PlainFlags } from '../flags/flag-values.ts';
import type { Edition } from '../../edition.ts';
import { EDITIONS, type Register } from '../../editions/register.ts';
import type { Registered } from '../../edition.ts';
import { bundledAdapter } from '../../adapter/bundled-adapter.ts';
import { askAndReport } from '../certify/ask-and-report.ts';
import { readCorpus, refusals, type SavedFind } from '../../corpus/corpus.ts';
import { testOfFind } from '../../corpus/find.ts';
import { EXIT_CODES, EXIT_USAGE } from '../../judge/grade.ts';
import { openLogIfAsked } from '../../log/event-log.ts';
import { openLogText } from '../../verify/log-text.ts';
import { verifyLog } from '../../verify/verify-log.ts';
import { flawsText } from '../terminal/flaws-text.ts';
import type { EarlierRun } from './asked-again.ts';
import { FindOutcomes } from './find-outcomes.ts';
import { replayableProgram, type Replayable } from './replayable.ts';
import { isLog, replayRun } from './replay-log.ts';

export interface ReplayFlags extends PlainFlags, DetailFlags {
  /** Limits the finds to one edition. */
  readonly edition?: Registered;
  readonly jobs: number;
  readonly timeout: number;
  readonly startupTimeout: number;
  readonly log?: string;
  readonly json?: boolean;
}

/** The command `replay`: asks finds or an earlier run again, prints the report, and returns the exit code. */
export function runReplay(
  paths: readonly string[],
  command: readonly string[],
  flags: ReplayFlags,
  editions: Register = EDITIONS,
): Promise<number> {
  return replay(
    paths,
    (edition) => replayableProgram(command.length === 0 ? bundledAdapter(edition) : command),
    flags,
    editions,
  );
}

/** Does the same for anything that can be asked. */
export async function replay(
  paths: readonly string[],
  replayable: (edition: Edition) => Replayable,
  flags: ReplayFlags,
  editions: Register = EDITIONS,
): Promise<number> {
  const target = flags.log;
  if (target !== undefined && paths.some((path) => resolve(path) === resolve(target)))
    return refuse([`${target} is what is replayed: the log needs another name`]);
  const subject = await readSubject(paths, flags.edition, editions);
  if (subject.kind === 'refused') return refuse(subject.errors, subject.exitCode);
  const log = openLogIfAsked(target);
  if (typeof log === 'string') return refuse([log]);
  const { edition } = subject;
  const again = replayable(edition);
  const options = {
    jobs: flags.jobs,
    timeoutMs: flags.timeout * 1000,
    startupTimeoutMs: flags.startupTimeout * 1000,
  };
  const output = { ...flags, log };
  const plain = plainOf(flags);
  if (subject.kind === 'run') return replayRun(subject.run, again, { ...options, plain }, output);
  const outcomes = new FindOutcomes(subject.finds);
  const finds = {
    cases: [],
    corpusOf: () => [],
    finds: subject.finds.map(({ find }) => testOfFind(find)),
    requirements: [],
    onResult: outcomes.add.bind(outcomes),
  };
  const { exitCode } = await askAndReport(
    again.asked(plain),
    { ...options, edition, ...finds },
    { ...output, teller: outcomes },
  );
  return exitCode;
}

/** The finds or the run that are asked again. */
type Subject =
  | { readonly kind: 'run'; readonly edition: Edition; readonly run: EarlierRun }
  | { readonly kind: 'finds'; readonly edition: Edition; readonly finds: readonly SavedFind[] }
  | { readonly kind: 'refused'; readonly errors: readonly string[]; readonly exitCode?: number };

async function readSubject(
  paths: readonly string[],
  wanted: Registered | undefined,
  editions: Register,
): Promise<Subject> {
  const [path = '', ...others] = paths;
  if (!(await isLog(path))) return readFinds(paths, wanted, editions);
  return others.length > 0 ? refused(`${path}: a log is replayed alone`) : readRun(path, wanted, editions);
}

/** Reads a log, and prints what does not fit. A log that tells nothing to ask can't be replayed. */
async function readRun(path: string, wanted: Registered | undefined, editions: Register): Promise<Subject> {
  const text = await openLogText(path);
  const log = await verifyLog(text, editions);
  const { run, events, flaws } = log;
  process.stderr.write(flawsText(path, flaws));
  const exitCode = events === 0 ? EXIT_USAGE : EXIT_CODES.incomplete;
  if (run === undefined) return { ...refused(`${path}: nothing was asked`), exitCode };
  const { edition } = run;
  if (wanted !== undefined && wanted.id !== edition.id)
    return refused(`${path}: it is a run of ${edition.id}, and not of ${wanted.id}`);
  if (flaws.count === 0 && log.asked === 0) return refused(`${path}: no case was asked in that run`);
  return { kind: 'run', edition, run: { ...log, run, text } };
}

async function readFinds(
  paths: readonly string[],
  wanted: Registered | undefined,
  editions: Register,
): Promise<Subject> {
  const corpus = await readCorpus(paths, editions);
  const finds = corpus.finds.filter(({ find }) => wanted === undefined || find.edition.id === wanted.id);
  const errors = refusals(corpus);
  if (errors.length > 0) return refused(...errors);
  const [first] = finds;
  if (first === undefined) return refused(`there are no finds in ${paths.join(', ')}`);
  const { edition } = first.find;
  const ids = [...new Set(finds.map(({ find }) => find.edition.id))];
  if (ids.length > 1)
    return refused(`the finds are of several editions, ${ids.join(', ')}: choose one with --edition`);
  return { kind: 'finds', edition, finds };
}

function refused(...errors: string[]) {
  return { kind: 'refused', errors } as const;
}

function refuse(errors: readonly string[], exitCode: number = EXIT_USAGE): number {
  complain(...errors);
  return exitCode;
}
