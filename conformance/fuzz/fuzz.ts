import { createHash, randomUUID } from 'node:crypto';
import { isAsked } from '../case/asked.ts';
import type { TestCase } from '../case/case.ts';
import { settingsOf } from '../certify/certify.ts';
import { KEPT_FAULTS } from '../certify/recorder.ts';
import type { SavedFind } from '../corpus/corpus.ts';
import { testOfFind } from '../corpus/find.ts';
import { declaredEdition, withFields } from '../declared/declared-edition.ts';
import type { Edition } from '../edition.ts';
import type { FuzzOptions, FuzzResult, FuzzSettings } from './fuzz-options.ts';
import { FailureBook } from './failure-book.ts';
import type { Failure } from './failure.ts';
import { gradeFuzz } from './fuzz-grade.ts';
import { questionsOf } from './questions.ts';
import { Shrinker } from './shrinker.ts';
import { symptomsOf } from '../judge/symptom.ts';
import { EXIT_INTERRUPTED, exitCodeOfGrade } from '../judge/grade.ts';
import type { Introduction } from '../protocol/handshake.ts';
import { isFailure, type CaseResult, type RunFault } from '../judge/outcome.ts';
import type { RunEnd } from '../runner/runner.ts';
import type { AskingSettings, Implementation } from '../runner/implementation.ts';
import { implementationOf } from '../runner/program.ts';
import { INTERRUPTED, type RunnerEvents } from '../runner/run.ts';
import { defectOf, type SuiteDefect } from '../soundness/suite-defect.ts';
import { count, emptyTally } from '../judge/tally.ts';

/** In this last part of the time, no new case is asked while failures wait for shrinking. */
const SHRINKING_SHARE = 0.2;
/** The last answers may come within this many milliseconds. */
const LAST_ANSWERS_MS = 300;

/** Asks a program generated cases until time or cases run out. It prints nothing and writes no file. */
export function fuzzProgram(options: FuzzOptions): Promise<FuzzResult> {
  return fuzzImplementation(implementationOf(options), options);
}

/** Does the same for any implementation, such as a function in this process (`inProcess`). */
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
  readonly #book: FailureBook;
  readonly #faults: RunFault[] = [];
  readonly #notes = new Set<string>();
  readonly #digest = createHash('sha256');
  /** The saved finds that are asked. */
  #saved: ReadonlyMap<TestCase, SavedFind> = new Map();
  /** The edition, as far as the implementation declares it. */
  #edition: Edition;
  /** Ends everything at once, when the time is over or the suite is wrong. */
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
    const { topicOf } = options.edition.spec;
    this.#book = new FailureBook((id) => topicOf.get(id));
    this.#edition = options.edition;
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
        this.#declare(introduction);
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

  /** Takes the fields that the implementation declares: only these are asked about. */
  #declare(introduction: Introduction): void {
    const { edition, fields } = this.#options;
    this.#edition = declaredEdition(edition, withFields(introduction, fields));
    const saved = (this.#options.corpus ?? []).map(
      (each) => [{ ...testOfFind(each.find), edition: this.#edition }, each] as const,
    );
    this.#saved = new Map(saved.filter(([test]) => isAsked(test)));
  }

  /** Returns the saved finds first, and then one generated case after the other. */
  *#cases({ inputs }: Introduction): Generator<TestCase> {
    for (const test of this.#saved.keys()) if (inputs.includes(test.input.kind)) yield test;
    const { limit, known } = this.#options;
    const most = limit.kind === 'cases' ? { most: limit.count } : {};
    const questions = { ...this.#options, ...most, edition: this.#edition };
    for (const test of known?.(inputs) ?? questionsOf(questions, inputs)) {
      if (limit.kind === 'cases' ? this.#asked >= limit.count : this.#isLate(limit.ms)) return;
      if (known === undefined && !this.#isSound(test)) return;
      this.#asked += 1;
      this.#digest.update(`${test.id}\n`);
      yield test;
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
      edition: this.#edition,
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
      // This run has its own name, because a run ends all processes with its name when it ends.
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

  /** Settles a saved find, which may fail as it did when it was saved, or in another way. */
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
    const { seed, shard, signal } = this.#options;
    const isInterrupted = signal?.aborted === true;
    // It is no diagnosis that the time is over or enough was found, because that was the limit.
    const isOver = end.stopped === INTERRUPTED && end.introduction !== undefined && !isInterrupted;
    const diagnosis = isOver ? undefined : end.stopped;
    const finished = this.#book.finish(this.#found !== this.#options.maxFailures);
    const stopped = this.#defect === undefined ? diagnosis : 'a defect of the suite';
    const sums = { tally: this.#tally, faults: this.#faultCount, stopped, mayBeEmpty: shard !== undefined };
    const graded = gradeFuzz(sums, finished.failures);
    return {
      edition: this.#edition,
      seed,
      ...(shard === undefined ? {} : { shard }),
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
  // A failure is investigated at once, while there is time.
  return { ...settingsOf({ ...options, signal }, randomUUID()), repeatBatch: 1 };
}
