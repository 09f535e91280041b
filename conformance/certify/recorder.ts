import type { FooterLine, HeaderLine } from '../../spec/generated/event-log.ts';
import type { Edition } from '../edition.ts';
import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import type { InputKind } from '../../spec/generated/protocol.ts';
import { knownFailuresOf, type KnownFailures } from '../baseline/known-failures.ts';
import type { TestCase } from '../case/case.ts';
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
import { deadlineIn } from '../runner/deadline.ts';
import { count, coverageOf, emptyTally, type Tally } from '../judge/tally.ts';
import { describeFilter, passesFilter, topicOf } from '../case/topic.ts';
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

/** Records a run as it happens: the lines of its log, and the results that add up to a grade. */
export class Recorder {
  readonly results: CaseResult[] = [];
  readonly faults: RunFault[] = [];
  /** The cases that are asked. They are known once the implementation has said which inputs it takes. */
  chosen: readonly TestCase[] = [];
  header: HeaderLine | undefined;
  readonly #options: CertifySettings;
  readonly #tally: Tally = emptyTally();
  readonly #known: KnownFailures | undefined;
  readonly #notes = new Set<string>();
  readonly #seal = new Seal();
  #faultCount = 0;
  #listed = 0;
  #unlisted = 0;

  /** `known` are the failures that the baseline lists. */
  constructor(options: CertifySettings, known = options.baseline && knownFailuresOf(options.baseline)) {
    this.#options = options;
    this.#known = known;
  }

  /** Begins the record. Without an introduction, all cases count as chosen and are reported as not run. */
  begin(header: HeaderLine, introduction: Introduction | undefined): void {
    const { filter = {} } = this.#options;
    const inputs = introduction?.inputs ?? ['json', 'yaml'];
    this.chosen = this.corpus.filter(
      (test) => inputs.includes(test.input.kind) && passesFilter(test, filter),
    );
    this.header = header;
    this.#write(JSON.stringify(header));
  }

  result(result: CaseResult): void {
    this.results.push(result);
    count(this.#tally, result);
    const listed = this.#known?.match(result);
    if (listed !== undefined) this.#listed += 1;
    else if (isListable(result.outcome)) this.#unlisted += 1;
    const line = caseText(result, topicOf(result.test), listed);
    this.#seal.addCase(result, line);
    this.#options.onLine?.(line, result);
    this.#options.onResult?.(result, this.results.length, this.chosen.length);
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
    this.#addMissing(end.stopped ?? 'the run ended before it');
    const { signal, filter = {} } = this.#options;
    const coverage = this.#coverage(end.introduction?.inputs ?? ['json', 'yaml']);
    const graded = gradeRun({
      tally: this.#tally,
      faults: this.#faultCount,
      stopped: end.stopped,
      filter: describeFilter(filter),
      missing: coverage.missing,
    });
    const { scores, counts, failures, nondeterministic } = this.#tally;
    const interrupted = signal?.aborted === true && deadlineIn(signal) === undefined;
    const baseline = this.#baselineReport();
    const unsealed: Omit<FooterLine, 'seal'> = {
      event: 'footer',
      finished,
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
      exitCode: interrupted
        ? EXIT_INTERRUPTED
        : exitCodeOf(graded, this.#options.require, baseline, this.#faultCount),
    };
    const footer = { ...unsealed, seal: this.#seal.finish(JSON.stringify(unsealed)) };
    this.#options.onLine?.(JSON.stringify(footer));
    return footer;
  }

  #coverage(inputs: readonly InputKind[]): LoggedCoverage {
    const { edition, requirements = allRequirements(edition) } = this.#options;
    const { exercised } = this.#tally;
    const { missing, notApplicable, unknown } = coverageOf(requirements, exercised, this.corpus, inputs);
    const common = { exercised: exercised.size, notApplicable: [...notApplicable] };
    // The corpus of an edition exercises all of it, but for what is about fields that are not declared.
    return edition.grammar.offer === undefined
      ? { ...common, missing: requirements.filter((id) => missing.includes(id) || unknown.includes(id)) }
      : { ...common, missing: [...missing], notDeclared: [...unknown] };
  }

  #write(line: string): void {
    this.#seal.add(line);
    this.#options.onLine?.(line);
  }

  /** The saved finds and the corpus. */
  get corpus(): readonly TestCase[] {
    const { finds = [], cases } = this.#options;
    return finds.length === 0 ? cases : [...finds, ...cases];
  }

  #addMissing(reason: string): void {
    if (this.results.length === this.chosen.length) return;
    const done = new Set(this.results.map(({ test }) => test));
    for (const test of this.chosen) {
      if (done.has(test)) continue;
      this.result({
        test,
        outcome: { kind: 'not-run', reason },
        received: { kind: 'nothing' },
        durationMs: 0,
      });
    }
  }

  #baselineReport(): FooterLine['baseline'] {
    if (this.#known === undefined) return null;
    const { file } = this.#known;
    const stale = this.#known.stale(this.corpus, this.results);
    return { file, listed: this.#listed, unlisted: this.#unlisted, stale: [...stale] };
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
