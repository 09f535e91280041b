import type { FooterLine, HeaderLine } from '../../spec/generated/event-log.ts';
import type { Edition } from '../edition.ts';
import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import type { InputKind } from '../../spec/generated/protocol.ts';
import { knownFailuresOf, type KnownFailures } from '../baseline/known-failures.ts';
import { caseText, faultLine } from '../log/event-line.ts';
import { Seal } from '../log/seal.ts';
import {
  EXIT_CODES,
  EXIT_INTERRUPTED,
  exitCodeOfGrade,
  gradeRun,
  type Graded,
  type RequiredGrade,
} from '../judge/grade.ts';
import type { Introduction } from '../protocol/handshake.ts';
import { isListable, type CaseResult, type RunFault } from '../judge/outcome.ts';
import type { RunEnd } from '../runner/runner.ts';
import { plannedEndIn } from '../runner/planned-end.ts';
import { Coverage } from '../judge/coverage.ts';
import { count, emptyTally, type Tally } from '../judge/tally.ts';
import { describeFilter, topicOf } from '../case/topic.ts';
import { CaseSource } from './case-source.ts';
import { exitCodeAtLimit } from './failure-limit.ts';
import type { CertifySettings } from './certify-options.ts';

/** The requirements that a run exercised, and the reasons why it did not exercise the others. */
interface LoggedCoverage {
  readonly exercised: number;
  readonly missing: RequirementId[];
  readonly notApplicable: RequirementId[];
  readonly notDeclared?: RequirementId[];
}

/** At most this many faults of the run are kept. Further faults are only counted. */
export const KEPT_FAULTS = 20;
const ALL_INPUTS: readonly InputKind[] = ['json', 'yaml'];

/** Records a run as it happens: the lines of its log, and the sums that make its grade. It keeps no result. */
export class Recorder {
  readonly faults: RunFault[] = [];
  header: HeaderLine | undefined;
  readonly #options: CertifySettings;
  readonly #tally: Tally = emptyTally();
  readonly #known: KnownFailures | undefined;
  readonly #notes = new Set<string>();
  readonly #seal = new Seal();
  #source: CaseSource;
  #coverage: Coverage;
  #results = 0;
  #faultCount = 0;
  #listed = 0;
  #unlisted = 0;
  #flaky = 0;

  /** `known` are the failures that the baseline lists. */
  constructor(options: CertifySettings, known = options.baseline && knownFailuresOf(options.baseline)) {
    this.#options = options;
    this.#known = known;
    this.#coverage = new Coverage(ALL_INPUTS);
    this.#source = this.#sourceFor(ALL_INPUTS);
  }

  /** The cases to ask. Each must get its result, and comes once. */
  get cases(): CaseSource {
    return this.#source;
  }

  /** Begins the record. Without an introduction, all cases count as chosen and are reported as not run. */
  begin(header: HeaderLine, introduction: Introduction | undefined): void {
    const { inputs } = introduction ?? { inputs: ALL_INPUTS };
    this.#coverage = new Coverage(inputs);
    this.#source = this.#sourceFor(inputs);
    this.header = header;
    this.#write(JSON.stringify(header));
  }

  result(result: CaseResult): void {
    this.#results += 1;
    this.#source.settle(result);
    count(this.#tally, result);
    this.#known?.settled(result);
    const listed = this.#known?.match(result);
    if (listed?.flaky === true) this.#flaky += 1;
    if (listed !== undefined) this.#listed += 1;
    else if (isListable(result.outcome)) {
      this.#unlisted += 1;
      this.#options.onUnlisted?.(result);
    }
    const line = caseText(result, topicOf(result.test), listed);
    this.#seal.addCase(result, line);
    this.#options.onLine?.(line, result);
    this.#options.onResult?.(result, this.#results, this.#share());
  }

  fault(fault: RunFault): void {
    this.#faultCount += 1;
    if (this.faults.length >= KEPT_FAULTS) return;
    this.faults.push(fault);
    this.#write(JSON.stringify(faultLine(fault)));
  }

  /** Counts faults that were not kept. */
  faultsBeyond(count: number): void {
    this.#faultCount += count;
  }

  note(note: string): void {
    this.#notes.add(note);
  }

  /** Ends the record at a time (RFC 3339). Cases without a result were not run. */
  finish(end: RunEnd, finished = new Date().toISOString()): FooterLine {
    this.#addMissing(end);
    const { signal, filter = {} } = this.#options;
    const corpus = this.#source.finish(end.stopped !== undefined);
    const coverage = this.#coverageReport(corpus.whole);
    const graded = gradeRun({
      tally: this.#tally,
      faults: this.#faultCount,
      stopped: end.stopped,
      isCut: !corpus.whole,
      filter: describeFilter(filter),
      missing: coverage.missing,
    });
    const { scores, counts, failures, nondeterministic } = this.#tally;
    const interrupted = signal?.aborted === true && plannedEndIn(signal) === undefined;
    const baseline = this.#baselineReport(corpus.whole);
    const exitCode = exitCodeOf(graded, this.#options.require, baseline, this.#faultCount);
    const unsealed: Omit<FooterLine, 'seal'> = {
      event: 'footer',
      finished,
      corpus: { ...corpus },
      counts,
      failures,
      nondeterministic,
      scores,
      coverage,
      restarts: end.restarts,
      faults: this.#faultCount,
      notes: [...this.#notes],
      grade: graded.grade,
      reasons: reasonsOf(graded, baseline),
      diagnosis: end.stopped ?? null,
      interrupted,
      baseline,
      exitCode: interrupted ? EXIT_INTERRUPTED : exitCodeAtLimit(exitCode, end.stopped, this.#isFailed()),
    };
    const footer = { ...unsealed, seal: this.#seal.finish(JSON.stringify(unsealed)) };
    this.#options.onLine?.(JSON.stringify(footer));
    return footer;
  }

  /** Returns whether a failure counts against the exit code, however much of the corpus was not asked. */
  #isFailed(): boolean {
    if (this.#known !== undefined) return this.#unlisted > 0;
    const { documented, observed } = this.#tally.failures;
    return documented > 0 || (observed > 0 && this.#options.require === 'drop-in');
  }

  #coverageReport(isWhole: boolean): LoggedCoverage {
    const { edition, requirements = allRequirements(edition) } = this.#options;
    const { exercised } = this.#tally;
    const { missing, notApplicable, unknown } = this.#coverage.gaps(requirements, exercised, isWhole);
    const common = { exercised: exercised.size, notApplicable: [...notApplicable] };
    // A whole corpus exercises all of its edition, but for what is about fields that are not declared.
    return isWhole && edition.grammar.offer !== undefined
      ? { ...common, missing: [...missing], notDeclared: [...unknown] }
      : { ...common, missing: requirements.filter((id) => missing.includes(id) || unknown.includes(id)) };
  }

  #write(line: string): void {
    this.#seal.add(line);
    this.#options.onLine?.(line);
  }

  #sourceFor(inputs: readonly InputKind[]): CaseSource {
    return new CaseSource(this.#options, inputs, (test) => {
      this.#coverage.add(test);
      this.#known?.made(test);
    });
  }

  /** Returns the part of the corpus that was gone through. */
  #share(): number {
    const { cases, finds = [] } = this.#options;
    return Math.min(1, this.#source.made / Math.max(1, cases.length + finds.length));
  }

  #addMissing({ stopped }: RunEnd): void {
    const reason = stopped ?? 'the run ended before it';
    for (const test of this.#source.left(stopped !== undefined))
      this.result({
        test,
        outcome: { kind: 'not-run', reason },
        received: { kind: 'nothing' },
        durationMs: 0,
      });
  }

  #baselineReport(isWhole: boolean): FooterLine['baseline'] {
    if (this.#known === undefined) return null;
    const { file } = this.#known;
    const stale = [...this.#known.stale(isWhole)];
    const sums = { file, listed: this.#listed, unlisted: this.#unlisted, stale };
    const neverFailed = [...this.#known.neverFailed()];
    return this.#flaky + neverFailed.length === 0 ? sums : { ...sums, flaky: this.#flaky, neverFailed };
  }
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

function allRequirements({ spec }: Edition): readonly RequirementId[] {
  return spec.requirements.map(({ id }) => id);
}
