import type { FooterLine, LogBaselineEntry, LogStaleEntry } from '../../spec/generated/event-log.ts';
import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import { describeFilter } from '../case/topic.ts';
import type { Edition } from '../edition.ts';
import type { Coverage } from '../judge/coverage.ts';
import {
  EXIT_CODES,
  EXIT_INTERRUPTED,
  exitCodeOfGrade,
  gradeRun,
  type Gradable,
  type Graded,
  type RequiredGrade,
} from '../judge/grade.ts';
import type { Tally } from '../judge/tally.ts';
import type { AskedCorpus } from './case-source.ts';
import type { CertifySettings } from './certify-options.ts';
import { exitCodeAtLimit } from './failure-limit.ts';

/** The settings of a run that decide about its end. */
export type GradedSettings = Pick<
  CertifySettings,
  'edition' | 'filter' | 'shard' | 'require' | 'requirements'
>;

/** What a run adds up. Its end follows from that, and the sums of the shards of a run add up to those of the run. */
export interface RunSums {
  readonly settings: GradedSettings;
  readonly tally: Tally;
  readonly coverage: Coverage;
  readonly corpus: AskedCorpus;
  /** Number of faults that no case reproduces. */
  readonly faults: number;
  readonly restarts: number;
  readonly notes: readonly string[];
  /** The reason why not all cases were asked. */
  readonly stopped: string | undefined;
  readonly interrupted: boolean;
  /** Undefined for a run without a baseline. */
  readonly baseline: BaselineSums | undefined;
}

export interface BaselineSums {
  readonly file: string;
  /** Number of failures and unsupported cases that it lists and does not list, and of those that flaky entries list. */
  readonly listed: number;
  readonly unlisted: number;
  readonly flaky: number;
  /** The entries that list nothing that failed, and of whose cases none was left open. */
  readonly unused: readonly LogStaleEntry[];
  /** The flaky entries that nothing matched. */
  readonly neverFailed: readonly LogBaselineEntry[];
}

/** The end of a run, without the seal of its log. */
export type RunFooter = Omit<FooterLine, 'seal'>;

/** Returns the end of a run at a time (RFC 3339). */
export function footerOf(sums: RunSums, finished: string): RunFooter {
  const { settings, corpus, tally } = sums;
  const { scores, counts, failures, nondeterministic } = tally;
  const coverage = coverageOf(sums);
  const run = gradableOf(sums, coverage);
  const graded = gradeRun(run);
  const baseline = baselineOf(sums);
  // What the other shards ask is no gap of this one: it is right if its own part is.
  const alone = settings.shard === undefined ? graded : gradeRun({ ...run, isShard: false, missing: [] });
  const exitCode = exitCodeOf(alone, settings.require, baseline, sums.faults);
  return {
    event: 'footer',
    finished,
    corpus: { ...corpus },
    counts,
    failures,
    nondeterministic,
    scores,
    coverage,
    restarts: sums.restarts,
    faults: sums.faults,
    notes: [...sums.notes],
    grade: graded.grade,
    reasons: reasonsOf(graded, baseline),
    diagnosis: sums.stopped ?? null,
    interrupted: sums.interrupted,
    baseline,
    exitCode: sums.interrupted ? EXIT_INTERRUPTED : exitCodeAtLimit(exitCode, sums.stopped, isFailed(sums)),
  };
}

function gradableOf(sums: RunSums, { missing }: LoggedCoverage): Gradable {
  const { filter = {}, shard } = sums.settings;
  return {
    tally: sums.tally,
    faults: sums.faults,
    stopped: sums.stopped,
    isCut: !sums.corpus.whole,
    filter: describeFilter(filter),
    isShard: shard !== undefined,
    mayBeEmpty: shard !== undefined,
    missing,
  };
}

/** The requirements that a run exercised, and the reasons why it did not exercise the others. */
interface LoggedCoverage {
  readonly exercised: number;
  readonly missing: RequirementId[];
  readonly notApplicable: RequirementId[];
  readonly notDeclared?: RequirementId[];
}

function coverageOf({ settings, coverage, tally: { exercised }, corpus }: RunSums): LoggedCoverage {
  const { edition, requirements = allRequirements(edition) } = settings;
  const { missing, notApplicable, unknown } = coverage.gaps(requirements, exercised, corpus.whole);
  const common = { exercised: exercised.size, notApplicable: [...notApplicable] };
  // A whole corpus exercises all of its edition, but for what is about fields that are not declared.
  return corpus.whole && edition.grammar.offer !== undefined
    ? { ...common, missing: [...missing], notDeclared: [...unknown] }
    : { ...common, missing: requirements.filter((id) => missing.includes(id) || unknown.includes(id)) };
}

/** Only a whole run shows which entries are stale, because other shards may have failures that they list. */
function baselineOf({ settings: { shard }, baseline }: RunSums): FooterLine['baseline'] {
  if (baseline === undefined) return null;
  const { file, listed, unlisted, flaky } = baseline;
  const [unused, neverFailed] = [[...baseline.unused], [...baseline.neverFailed]];
  const sums = {
    file,
    listed,
    unlisted,
    ...(shard === undefined ? { stale: unused } : { stale: [], unused }),
  };
  return flaky + neverFailed.length === 0 ? sums : { ...sums, flaky, neverFailed };
}

/**
 * Returns the reasons of the grade and, where these are not the same, of the exit code: with a baseline, a gap decides
 * about that whatever the grade is.
 */
function reasonsOf({ reasons, gaps }: Graded, baseline: FooterLine['baseline']): string[] {
  const others = baseline === null ? [] : gaps.filter((gap) => !reasons.includes(gap));
  return [...reasons, ...others];
}

/**
 * Returns the exit code. With a baseline, exactly the listed failures and unsupported cases may happen, and no result
 * may be missing. The grade does not change.
 */
function exitCodeOf(
  { grade, gaps }: Graded,
  required: RequiredGrade | undefined,
  baseline: FooterLine['baseline'],
  faults: number,
): number {
  if (baseline === null) return exitCodeOfGrade(grade, required);
  if (gaps.length > 0) return EXIT_CODES.incomplete;
  return baseline.unlisted > 0 || baseline.stale.length > 0 || faults > 0 ? 1 : 0;
}

/** Returns whether a failure counts against the exit code, however much of the corpus was not asked. */
function isFailed({ baseline, tally: { failures }, settings }: RunSums): boolean {
  if (baseline !== undefined) return baseline.unlisted > 0;
  return failures.documented > 0 || (failures.observed > 0 && settings.require === 'drop-in');
}

function allRequirements({ spec }: Edition): readonly RequirementId[] {
  return spec.requirements.map(({ id }) => id);
}
