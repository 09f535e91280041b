import { createHash, randomUUID } from 'node:crypto';
import type { Level } from '../../spec/generated/levels.ts';
import type { TestCase } from '../case/case.ts';
import { settingsOf } from '../certify/certify.ts';
import { KEPT_FAULTS } from '../certify/recorder.ts';
import type { SavedFind } from '../corpus/corpus.ts';
import { testOfFind } from '../corpus/find.ts';
import { FailureBook } from './failure-book.ts';
import type { Failure } from './failure.ts';
import { gradeFuzz } from './fuzz-grade.ts';
import { Shrinker } from './shrinker.ts';
import { symptomsOf } from '../judge/symptom.ts';
import { caseStream, testsOf } from '../case/generated-cases.ts';
import { EXIT_INTERRUPTED, exitCodeOfGrade, type Grade, type RequiredGrade } from '../judge/grade.ts';
import type { Introduction } from '../protocol/handshake.ts';
import { isFailure, type CaseResult, type RunFault } from '../judge/outcome.ts';
import type { RunEnd } from '../runner/runner.ts';
import type { AskingSettings, Implementation } from '../runner/implementation.ts';
import { implementationOf } from '../runner/program.ts';
import { INTERRUPTED, type RunnerEvents } from '../runner/run.ts';
import type { InputKind } from '../../spec/generated/protocol.ts';
import { defectOf, type SuiteDefect } from '../soundness/suite-defect.ts';
import { count, emptyTally, type Tally } from '../judge/tally.ts';
import { levelOfCase, topicOfRequirement } from '../case/topic.ts';

/** How to fuzz a program. */
export interface FuzzOptions extends FuzzSettings {
  readonly command: readonly string[];
  /** Without an adapter: one process per case, given this kind of input. */
  readonly plain?: InputKind;
}

/** How to fuzz, whatever the implementation is. */
export interface FuzzSettings {
  /** An integer of 32 bits; the same seed asks the same program the same cases. */
  readonly seed: number;
  readonly limit: FuzzLimit;
  /** Asked before anything else. */
  readonly corpus?: readonly SavedFind[];
  readonly topic?: string;
  readonly level?: Level;
  /** Ends the run at so many distinct failures. */
  readonly maxFailures?: number;
  readonly jobs?: number;
  readonly timeoutMs?: number;
  readonly startupTimeoutMs?: number;
  readonly maxRestarts?: number;
  /** The grade that the exit code asks for; `conformant` by default. */
  readonly require?: RequiredGrade;
  /** Ends the run early, with what it has. */
  readonly signal?: AbortSignal;
  readonly onStart?: (introduction: Introduction) => void;
  readonly onResult?: (result: CaseResult, progress: FuzzProgress) => void;
  /** A failure was told apart, and made as small as it gets. */
  readonly onFailure?: (failure: Failure) => void;
  readonly onFault?: (fault: RunFault) => void;
}

/** Milliseconds, in which shrinking is included; or so many generated cases. */
export type FuzzLimit =
  { readonly kind: 'time'; readonly ms: number } | { readonly kind: 'cases'; readonly count: number };

export interface FuzzProgress {
  readonly asked: number;
  /** Failing cases, and how many distinct failures they are so far. */
  readonly failed: number;
  readonly found: number;
  readonly tally: Tally;
  /** As performance.now() has it. */
  readonly startedAt: number;
}

export interface FuzzResult {
  readonly seed: number;
  readonly grade: Grade;
  /** 0 no documented failure, 1 a documented failure, 3 something could not run, 130 interrupted. */
  readonly exitCode: number;
  readonly reasons: readonly string[];
  /** Why the run ended before its limit. */
  readonly diagnosis: string | undefined;
  readonly introduction: Introduction | undefined;
  /** How many generated cases were asked. */
  readonly asked: number;
  readonly tally: Tally;
  readonly failures: readonly Failure[];
  /** Failing cases of kinds that were not told apart, because there were too many. */
  readonly uncounted: number;
  /** What no single case reproduces, the first twenty. */
  readonly faults: readonly RunFault[];
  readonly notes: readonly string[];
  /** Over the generated cases that were asked, in order: equal for equal seeds. */
  readonly digest: string;
  readonly defect: SuiteDefect | undefined;
  readonly ms: number;
}

/** The last part of the time, in which nothing new is asked while failures wait to be made smaller. */
const SHRINKING_SHARE = 0.2;
/** Time to let the last answers come in. */
const LAST_ANSWERS_MS = 300;

/** Asks a program generated cases until time or cases run out. Prints nothing and writes no file. */
export function fuzzProgram(options: FuzzOptions): Promise<FuzzResult> {
  return fuzzImplementation(implementationOf(options), options);
}

/** The same for any implementation, such as a function in this process (`inProcess`). */
export function fuzzImplementation(
  implementation: Implementation,
  settings: FuzzSettings,
): Promise<FuzzResult> {
  return new FuzzRun(implementation, settings).run();
}

class FuzzRun {
  readonly #options: FuzzSettings;
  readonly #startedAt = performance.now();
  readonly #tally = emptyTally();
  readonly #book = new FailureBook(topicOfRequirement);
  readonly #faults: RunFault[] = [];
  readonly #notes = new Set<string>();
  readonly #digest = createHash('sha256');
  readonly #saved: ReadonlyMap<TestCase, SavedFind>;
  /** Ends everything at once: when the time is over, or the suite is wrong. */
  readonly #end = new AbortController();
  readonly #implementation: Implementation;
  readonly #settings: AskingSettings;
  #shrinker: Shrinker | undefined;
  #defect: SuiteDefect | undefined;
  #faultCount = 0;
  #asked = 0;
  #failed = 0;
  #found = 0;

  constructor(implementation: Implementation, options: FuzzSettings) {
    this.#implementation = implementation;
    this.#options = options;
    this.#saved = new Map((options.corpus ?? []).map((saved) => [testOfFind(saved.find), saved]));
    this.#settings = {
      ...fuzzSettingsOf(options, this.#end.signal),
      isFamiliar: (result) => this.#book.isFamiliar(result),
    };
  }

  async run(): Promise<FuzzResult> {
    const { limit } = this.#options;
    const timer =
      limit.kind === 'time'
        ? setTimeout(() => {
            this.#end.abort();
          }, limit.ms)
        : undefined;
    const events = this.#events();
    const end = await this.#implementation.askAll(this.#settings, events);
    await this.#shrinker?.finish();
    clearTimeout(timer);
    return this.#result(end);
  }

  #events(): RunnerEvents {
    return {
      started: (introduction) => {
        this.#options.onStart?.(introduction);
        return { cases: this.#cases(introduction), maxRestarts: this.#options.maxRestarts ?? Infinity };
      },
      result: (result) => {
        this.#take(result);
      },
      fault: (fault) => {
        this.#faultCount += 1;
        if (this.#faults.length < KEPT_FAULTS) this.#faults.push(fault);
        this.#options.onFault?.(fault);
      },
      note: (note) => this.#notes.add(note),
    };
  }

  /** The saved finds first, then one generated case after the other. */
  *#cases({ inputs }: Introduction): Generator<TestCase> {
    for (const test of this.#saved.keys()) if (inputs.includes(test.input.kind)) yield test;
    const { seed, topic, level, limit } = this.#options;
    const stream = caseStream({
      seed,
      inputs,
      ...(topic === undefined ? {} : { topic }),
      ...(level === undefined ? {} : { level }),
    });
    for (const made of stream) {
      for (const test of testsOf(made, inputs)) {
        if (level === 'observed' && levelOfCase(test) !== 'observed') continue;
        if (limit.kind === 'cases' ? this.#asked >= limit.count : this.#isLate(limit.ms)) return;
        if (!this.#isSound(test)) return;
        this.#asked += 1;
        this.#digest.update(`${test.id}\n`);
        yield test;
      }
    }
  }

  #isLate(ms: number): boolean {
    const left = this.#startedAt + ms - performance.now();
    if (left <= Math.min(LAST_ANSWERS_MS, ms / 10)) return true;
    return left <= ms * SHRINKING_SHARE && this.#shrinker?.isBusy === true;
  }

  #isSound(test: TestCase): boolean {
    const defect = defectOf(test);
    if (defect !== undefined) this.#stopOn(defect);
    return defect === undefined;
  }

  #stopOn(defect: SuiteDefect): void {
    this.#defect ??= defect;
    this.#end.abort();
  }

  #take(result: CaseResult): void {
    count(this.#tally, result);
    if (isFailure(result.outcome)) this.#fail(result);
    else if (result.outcome.kind === 'pass') this.#book.pass(result.test);
    this.#options.onResult?.(result, {
      asked: this.#asked,
      failed: this.#failed,
      found: this.#found,
      tally: this.#tally,
      startedAt: this.#startedAt,
    });
  }

  #fail(result: CaseResult): void {
    this.#failed += 1;
    const saved = this.#saved.get(result.test);
    if (saved !== undefined) this.#settleSaved(result, saved);
    if (saved !== undefined || !this.#book.add(result)) return;
    this.#shrinker ??= new Shrinker({
      // A name of its own: at its end, a run ends all processes that carry its name.
      asker: this.#implementation.open({ ...this.#settings, run: randomUUID() }),
      book: this.#book,
      settled: (failure) => {
        this.#tell(failure);
      },
      defect: (defect) => {
        this.#stopOn(defect);
      },
    });
    this.#shrinker.wake();
  }

  /** A saved find fails as it did when it was saved, or in another way. */
  #settleSaved(result: CaseResult, { path, find }: SavedFind): void {
    const symptoms = symptomsOf(result);
    const { kind, path: place } = find.failure;
    const symptom = symptoms.find((each) => each.kind === kind && each.path === place) ?? symptoms[0];
    if (symptom === undefined) return;
    const failure = this.#book.settleFind({ symptom, result, shrinking: { kind: 'saved' }, path });
    if (failure !== undefined) this.#tell(failure);
  }

  #tell(failure: Failure): void {
    this.#found += 1;
    this.#options.onFailure?.(failure);
    if (this.#found === this.#options.maxFailures) this.#end.abort();
  }

  #result(end: RunEnd): FuzzResult {
    const { seed, signal } = this.#options;
    const isInterrupted = signal?.aborted === true;
    // That the time is over, or enough was found, is no reason: that was the limit.
    const isOver = end.stopped === INTERRUPTED && end.introduction !== undefined && !isInterrupted;
    const diagnosis = isOver ? undefined : end.stopped;
    const finished = this.#book.finish(this.#found !== this.#options.maxFailures);
    const stopped = this.#defect === undefined ? diagnosis : 'a defect of the suite';
    const graded = gradeFuzz({ tally: this.#tally, faults: this.#faultCount, stopped }, finished.failures);
    return {
      seed,
      grade: graded.grade,
      exitCode: isInterrupted ? EXIT_INTERRUPTED : exitCodeOfGrade(graded.grade, this.#options.require),
      reasons: graded.reasons,
      diagnosis,
      introduction: end.introduction,
      asked: this.#asked,
      tally: this.#tally,
      ...finished,
      faults: this.#faults,
      notes: [...this.#notes],
      digest: `sha256:${this.#digest.digest('hex')}`,
      defect: this.#defect,
      ms: performance.now() - this.#startedAt,
    };
  }
}

function fuzzSettingsOf(options: FuzzSettings, end: AbortSignal): AskingSettings {
  const signal = options.signal === undefined ? end : AbortSignal.any([options.signal, end]);
  // A failure is looked into at once, while there is time.
  return { ...settingsOf({ ...options, signal }, randomUUID()), repeatBatch: 1 };
}
