import type { FooterLine, HeaderLine } from '../../spec/generated/event-log.ts';
import type { InputKind } from '../../spec/generated/protocol.ts';
import { knownFailuresOf, type KnownFailures } from '../baseline/known-failures.ts';
import { caseText, faultLine } from '../log/event-line.ts';
import { Seal } from '../log/seal.ts';
import type { Introduction } from '../protocol/handshake.ts';
import { isListable, type CaseResult, type RunFault } from '../judge/outcome.ts';
import type { RunEnd } from '../runner/runner.ts';
import { plannedEndIn } from '../runner/planned-end.ts';
import { Coverage } from '../judge/coverage.ts';
import { count, emptyTally, type Tally } from '../judge/tally.ts';
import { topicOf } from '../case/topic.ts';
import { isInShard } from '../shard/shard.ts';
import { CaseSource, type AskedCorpus } from './case-source.ts';
import { footerOf, type BaselineSums, type RunSums } from './run-sums.ts';
import type { CertifySettings } from './certify-options.ts';

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
  #corpus: AskedCorpus | undefined;
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
    const unsealed = footerOf(this.sums(end), finished);
    const footer = { ...unsealed, seal: this.#seal.finish(JSON.stringify(unsealed)) };
    this.#options.onLine?.(JSON.stringify(footer));
    return footer;
  }

  /** Returns what was recorded so far as the sums of a run that ended so. The corpus is gone through only once. */
  sums({ stopped, restarts }: RunEnd): RunSums {
    this.#corpus ??= this.#source.finish(stopped !== undefined);
    const { signal } = this.#options;
    return {
      settings: this.#options,
      tally: this.#tally,
      coverage: this.#coverage,
      corpus: this.#corpus,
      faults: this.#faultCount,
      restarts,
      notes: [...this.#notes],
      stopped,
      interrupted: signal?.aborted === true && plannedEndIn(signal) === undefined,
      baseline: this.#baselineSums(this.#corpus.whole),
    };
  }

  #write(line: string): void {
    this.#seal.add(line);
    this.#options.onLine?.(line);
  }

  #sourceFor(inputs: readonly InputKind[]): CaseSource {
    return new CaseSource(this.#options, inputs, (test) => {
      this.#coverage.add(test);
      this.#known?.made(test, isInShard(this.#options.shard, test.id));
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

  #baselineSums(isWhole: boolean): BaselineSums | undefined {
    if (this.#known === undefined) return undefined;
    return {
      file: this.#known.file,
      listed: this.#listed,
      unlisted: this.#unlisted,
      flaky: this.#flaky,
      unused: [...this.#known.stale(isWhole)],
      neverFailed: [...this.#known.neverFailed()],
    };
  }
}
