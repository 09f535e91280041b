import { complain } from '../terminal/complain.ts';
import { reportNotStarted } from '../terminal/not-started.ts';
import { access, constants } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { EditionFlag } from '../flags/edition-flag.ts';
import type { Edition } from '../../edition.ts';
import { EDITIONS, type Register } from '../../editions/register.ts';
import { bundledAdapter } from '../../adapter/bundled-adapter.ts';
import { writeAtomically } from '../../files/atomic-write.ts';
import { readUtf8 } from '../../files/utf8.ts';
import { readBaseline, type Baseline } from '../../baseline/baseline-file.ts';
import { BaselineUpdate } from '../../baseline/baseline-update.ts';
import type { TestCase } from '../../case/case.ts';
import { interruptSignal } from '../terminal/interrupt.ts';
import { missedCases, unknownCases } from '../../case/case-names.ts';
import { unknownRequirements, unknownTopics, type Filter } from '../../case/topic.ts';
import { unknownFieldsFlag } from '../flags/fields-flag.ts';
import { plainOf, type DetailFlags, type PlainFlags } from '../flags/flag-values.ts';
import { refusedCertificate } from '../flags/certificate-flags.ts';
import { refusedReports, wantsReports, type ReportFileFlags } from '../flags/report-files.ts';
import { readCorpusIfThere, refusals } from '../../corpus/corpus.ts';
import { testOfFind } from '../../corpus/find.ts';
import { errorText } from '../../error-text.ts';
import { EXIT_CODES, EXIT_USAGE, type RequiredGrade } from '../../judge/grade.ts';
import type { CaseResult } from '../../judge/outcome.ts';
import { missingProgram } from '../../process/missing-program.ts';
import { openLogIfAsked, type LogFile } from '../../log/event-log.ts';
import { implementationOf } from '../../runner/program.ts';
import { otherEditionOf } from './other-edition.ts';
import { readFailed } from './failed-flag.ts';
import { askAndReport } from './ask-and-report.ts';
import { FailureLimit } from '../../certify/failure-limit.ts';
import type { RunResult } from '../../certify/certify.ts';
import type { CertifySettings } from '../../certify/certify-options.ts';
import { suiteSettings } from '../../certify/suite-settings.ts';
import type { Shard } from '../../shard/shard.ts';

export interface CertifyFlags extends EditionFlag, PlainFlags, DetailFlags, ReportFileFlags {
  /** True if no edition was chosen: then a program is certified for the one that it answers for. */
  readonly isAnyEdition?: boolean;
  readonly jobs: number;
  readonly timeout: number;
  readonly startupTimeout: number;
  readonly maxRestarts?: number;
  readonly cases?: number;
  readonly corpus: string;
  readonly fields?: readonly string[];
  readonly topic?: readonly string[];
  readonly level?: 'documented' | 'observed';
  readonly requirement?: readonly string[];
  readonly case?: readonly string[];
  readonly shard?: Shard;
  /** The log of a run: only what failed in it is asked. */
  readonly failed?: string;
  /** The paths that start another run when they change; true for those that need not be named. */
  readonly watch?: readonly string[] | true;
  readonly failFast?: boolean;
  readonly maxFailures?: number;
  readonly log?: string;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly require?: RequiredGrade;
  /** Seconds. */
  readonly deadline?: number;
  readonly json?: boolean;
}

/** The command `certify`: prints the report and returns the exit code. */
export async function runCertify(
  command: readonly string[],
  flags: CertifyFlags,
  editions: Register = EDITIONS,
): Promise<number> {
  if (flags.failed === undefined) return certifyChosen(command, flags, editions);
  const failed = await readFailed(flags.failed, await flags.edition.load(), flags.cases);
  switch (failed.kind) {
    case 'narrowed': {
      const cases = failed.flags.case;
      const [passed, open] = [new Set<string>(), new Set<string>()];
      const exitCode = await certifyChosen(command, { ...flags, ...failed.flags }, editions, (each) => {
        (each.outcome.kind === 'pass' ? passed : open).add(each.test.id);
      });
      const still = cases.filter((name) => open.has(name) || !passed.has(name)).length;
      // Errors of usage have been told, and nothing was asked.
      if (exitCode !== EXIT_USAGE) complain(stillFailing(flags.failed, cases.length, still));
      return exitCode;
    }
    case 'none':
      complain(`nothing failed in ${flags.failed}, so nothing was asked: without --failed, all cases are`);
      return EXIT_CODES.incomplete;
    case 'refused':
      complain(failed.error);
      return EXIT_USAGE;
  }
}

/** Asks the cases that the flags choose. `onResult` receives each result, as it comes. */
export async function certifyChosen(
  command: readonly string[],
  flags: CertifyFlags,
  editions: Register,
  onResult: (result: CaseResult) => void = ignore,
): Promise<number> {
  const edition = await flags.edition.load();
  const setup = await prepare(edition, flags, editions);
  if (setup.kind === 'refused') {
    complain(...setup.errors);
    return EXIT_USAGE;
  }
  const missing = command.length === 0 ? undefined : missingProgram(command);
  // A log and reports for machines are complete even then, so the run goes its usual way to them.
  if (missing !== undefined && flags.log === undefined && flags.json !== true && !wantsReports(flags))
    return reportNotStarted(missing);
  const { baseline, log, finds } = setup;
  const limit = failureLimitOf(flags);
  const asked = new Set<string>();
  const update = flags.updateBaseline === true ? baseline && new BaselineUpdate(baseline) : undefined;
  const program = { command: command.length === 0 ? bundledAdapter(edition) : command, ...plainOf(flags) };
  const result = await askAndReport(
    implementationOf(program),
    {
      ...optionsOf(flags),
      ...suiteSettings(edition, flags.cases),
      finds,
      ...(flags.isAnyEdition === true ? { otherEdition: (ids) => otherEditionOf(ids, flags, editions) } : {}),
      ...(baseline === undefined ? {} : { baseline }),
      ...(limit === undefined
        ? {}
        : { signal: limit.signal, onUnlisted: limit.add.bind(limit), repeatBatch: 1 }),
      onResult: (each) => {
        onResult(each);
        update?.add(each);
        if (flags.case !== undefined) asked.add(each.test.id);
      },
    },
    { ...flags, log, interrupt: interruptSignal(flags.deadline) },
  );
  const isWhole = result.diagnosis === undefined && flags.shard === undefined;
  const missed = isWhole ? missedCases(flags.case ?? [], asked) : undefined;
  if (missed !== undefined) complain(missed);
  return update === undefined ? result.exitCode : rewrite(update, result);
}

function stillFailing(log: string, failed: number, still: number): string {
  const of = failed === 1 ? 'the case that failed' : `the ${failed} cases that failed`;
  return still === 0
    ? `${of} in ${log} ${failed === 1 ? 'passes' : 'pass'} now: certify without --failed asks all`
    : `of ${of} in ${log}, ${still} ${still === 1 ? 'does' : 'do'} not pass`;
}

function ignore(): void {
  // Nobody asked for results.
}

/** A run with such a limit asks each failure once more at once, so that it ends as soon as it can. */
function failureLimitOf({
  failFast,
  maxFailures: count,
  require: required,
}: CertifyFlags): FailureLimit | undefined {
  if (count !== undefined) return new FailureLimit({ kind: 'number', count });
  if (failFast !== true) return undefined;
  return new FailureLimit({ kind: required === 'drop-in' ? 'first' : 'first-documented' });
}

type Setup =
  | {
      readonly kind: 'ready';
      readonly baseline: Baseline | undefined;
      readonly log: LogFile | undefined;
      readonly finds: readonly TestCase[];
    }
  | { readonly kind: 'refused'; readonly errors: readonly string[] };

async function prepare(edition: Edition, flags: CertifyFlags, editions: Register): Promise<Setup> {
  const unknown =
    unknownTopics(edition.spec, flags.topic ?? []) ??
    unknownRequirements(edition.spec, flags.requirement ?? []);
  if (unknown !== undefined) return refused(unknown);
  const noFields = unknownFieldsFlag(edition, flags.fields);
  if (noFields !== undefined) return refused(noFields);
  if (flags.updateBaseline === true && flags.baseline === undefined)
    return refused('--update-baseline needs --baseline FILE');
  if (flags.updateBaseline === true && flags.shard !== undefined)
    return refused('--update-baseline needs a whole run: one shard does not show what fails in the others');
  const unwritable = [...(await refusedReports(flags, flags.log)), ...(await refusedCertificate(flags))];
  if (unwritable.length > 0) return refused(...unwritable);
  const corpus = await readCorpusIfThere(flags.corpus, edition, editions);
  const unusable = refusals(corpus);
  if (unusable.length > 0) return refused(...unusable);
  const finds = corpus.finds.map(({ find }) => testOfFind(find));
  // What failed in a log is looked for in the run.
  const noCases = flags.failed === undefined ? unknownCases(edition, finds, flags.case ?? []) : undefined;
  if (noCases !== undefined) return refused(noCases);
  const reading = flags.baseline === undefined ? undefined : await readBaselineFile(flags.baseline, flags);
  if (reading?.kind === 'refused') return reading;
  const log = openLogIfAsked(flags.log);
  if (typeof log === 'string') return refused(log);
  return { kind: 'ready', baseline: reading?.baseline, log, finds };
}

async function readBaselineFile(path: string, flags: CertifyFlags): Promise<ReturnType<typeof readBaseline>> {
  try {
    // A folder without write access is noticed before the run, not after it.
    if (flags.updateBaseline === true) await access(dirname(path), constants.W_OK);
  } catch (error) {
    return { kind: 'refused', errors: [`the baseline can't be written: ${path}: ${errorText(error)}`] };
  }
  try {
    return readBaseline(path, await readUtf8(path));
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (isMissing && flags.updateBaseline === true) return readBaseline(path, '');
    return { kind: 'refused', errors: [`the baseline can't be read: ${path}: ${errorText(error)}`] };
  }
}

function optionsOf(flags: CertifyFlags): Omit<CertifySettings, 'edition' | 'cases'> {
  const filter: Filter = {
    ...(flags.topic === undefined ? {} : { topics: flags.topic }),
    ...(flags.requirement === undefined ? {} : { requirements: flags.requirement }),
    ...(flags.level === undefined ? {} : { level: flags.level }),
    ...(flags.case === undefined ? {} : { cases: flags.case }),
  };
  return {
    filter,
    ...(flags.shard === undefined ? {} : { shard: flags.shard }),
    ...(flags.fields === undefined ? {} : { fields: flags.fields }),
    jobs: flags.jobs,
    timeoutMs: flags.timeout * 1000,
    startupTimeoutMs: flags.startupTimeout * 1000,
    ...(flags.require === undefined ? {} : { require: flags.require }),
    ...(flags.maxRestarts === undefined ? {} : { maxRestarts: flags.maxRestarts }),
  };
}

/**
 * Rewrites the baseline. A run that was interrupted or could not start leaves it alone, because it doesn't show what
 * still fails.
 */
async function rewrite(update: BaselineUpdate, result: RunResult): Promise<number> {
  if (result.diagnosis !== undefined) {
    complain(`the baseline was not updated: ${result.diagnosis}`);
    return result.exitCode;
  }
  const { file } = update;
  await writeAtomically(file, update.text(result.footer.baseline?.stale ?? []));
  complain(`updated ${file}`);
  const isIncomplete = result.exitCode === EXIT_CODES.incomplete || result.faults.length > 0;
  return isIncomplete ? result.exitCode : 0;
}

function refused(...errors: string[]): Setup {
  return { kind: 'refused', errors };
}
