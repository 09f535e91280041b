import { complain } from '../terminal/complain.ts';
import { reportNotStarted } from '../terminal/not-started.ts';
import { randomInt } from 'node:crypto';
import type { Colors } from '../../../reports/colors.ts';
import { shellWords } from '../../../reports/shell-words.ts';
import { visibleJson, visibleLines } from '../../../reports/visible.ts';
import type { EditionFlag } from '../flags/edition-flag.ts';
import type { Edition } from '../../edition.ts';
import { EDITIONS, type Register } from '../../editions/register.ts';
import { bundledAdapter } from '../../adapter/bundled-adapter.ts';
import { unknownTopics } from '../../case/topic.ts';
import { describeDefect } from '../../soundness/suite-defect.ts';
import { unknownFieldsFlag } from '../flags/fields-flag.ts';
import { plainOf, type PlainFlags } from '../flags/flag-values.ts';
import { readCorpusIfThere, refusals, saveFind, type SavedFind } from '../../corpus/corpus.ts';
import { errorText } from '../../error-text.ts';
import { interruptSignal } from '../terminal/interrupt.ts';
import { EXIT_USAGE, type RequiredGrade } from '../../judge/grade.ts';
import type { Shard } from '../../shard/shard.ts';
import { missingProgram } from '../../process/missing-program.ts';
import { progressOn } from '../terminal/progress.ts';
import { colorsFor } from '../terminal/excerpt.ts';
import { printReport } from '../terminal/print-report.ts';
import { findOf, type Failure } from '../../fuzz/failure.ts';
import { renderFailure } from './failure-text.ts';
import type { FuzzOptions, FuzzResult } from '../../fuzz/fuzz-options.ts';
import { fuzzProgram } from '../../fuzz/fuzz.ts';
import { fuzzJson, fuzzProgress, keyOf, renderFuzz, renderFuzzHead, seedText } from './text.ts';

export interface FuzzFlags extends EditionFlag, PlainFlags {
  readonly for?: number;
  readonly cases?: number;
  readonly seed?: number;
  readonly corpus: string;
  readonly save: boolean;
  readonly fields?: readonly string[];
  readonly topic?: string;
  readonly level?: 'documented' | 'observed';
  readonly shard?: Shard;
  readonly maxFailures?: number;
  readonly jobs: number;
  readonly timeout: number;
  readonly startupTimeout: number;
  readonly maxRestarts?: number;
  readonly require?: RequiredGrade;
  readonly json?: boolean;
}

const DEFAULT_SECONDS = 60;

/** The command `fuzz`: prints and saves each failure as it is found, and returns the exit code. */
export async function runFuzz(
  command: readonly string[],
  flags: FuzzFlags,
  editions: Register = EDITIONS,
): Promise<number> {
  const edition = await flags.edition.load();
  const corpus = await readCorpusIfThere(flags.corpus, edition, editions);
  const errors = [
    ...refusals(corpus),
    ...topicErrors(edition, flags),
    ...fieldErrors(edition, flags),
    ...shardErrors(flags),
  ];
  if (errors.length > 0) {
    complain(...errors);
    return EXIT_USAGE;
  }
  const missing = command.length === 0 || flags.json === true ? undefined : missingProgram(command);
  if (missing !== undefined) return reportNotStarted(missing);
  const { seed = randomInt(0x1_0000_0000) } = flags;
  const run = new FuzzCommand(
    edition,
    command.length === 0 ? bundledAdapter(edition) : command,
    seed,
    flags,
    corpus.finds,
  );
  return run.run();
}

function topicErrors({ spec }: Edition, { topic }: FuzzFlags): string[] {
  const error = topic === undefined ? undefined : unknownTopics(spec, [topic]);
  return error === undefined ? [] : [error];
}

function fieldErrors(edition: Edition, { fields }: FuzzFlags): string[] {
  const error = unknownFieldsFlag(edition, fields);
  return error === undefined ? [] : [error];
}

function shardErrors({ shard, seed }: FuzzFlags): string[] {
  if (shard === undefined || seed !== undefined) return [];
  return ['--shard needs --seed: only parts with the same seed have no case in common'];
}

class FuzzCommand {
  readonly #edition: Edition;
  readonly #command: readonly string[];
  readonly #seed: number;
  readonly #flags: FuzzFlags;
  readonly #corpus: readonly SavedFind[];
  readonly #colors: Colors = colorsFor(process.stdout);
  readonly #progress = progressOn(process.stderr);
  readonly #told = new Set<string>();
  readonly #files = new Map<string, string>();
  /** Failures are saved and printed one after the other, in the order in which they were found. */
  #reports: Promise<void> = Promise.resolve();
  readonly #saveErrors: string[] = [];

  constructor(
    edition: Edition,
    command: readonly string[],
    seed: number,
    flags: FuzzFlags,
    corpus: readonly SavedFind[],
  ) {
    this.#edition = edition;
    this.#command = command;
    this.#seed = seed;
    this.#flags = flags;
    this.#corpus = corpus;
  }

  async run(): Promise<number> {
    const interrupt = interruptSignal();
    this.#print(`${seedText({ ...optionsOf(this.#flags), seed: this.#seed })}\n`);
    const result = await fuzzProgram({
      ...optionsOf(this.#flags),
      edition: this.#edition,
      command: this.#command,
      seed: this.#seed,
      corpus: this.#corpus,
      signal: interrupt.signal,
      onStart: (introduction) => {
        this.#print(renderFuzzHead(introduction, this.#corpus.length, this.#colors));
      },
      onResult: (_result, progress) => {
        this.#progress.show(() => fuzzProgress(progress));
      },
      onFailure: (failure) => {
        this.#tell(failure);
      },
    });
    interrupt.release();
    // Failures that were left when the time was over are kept too.
    for (const failure of result.failures) if (!this.#told.has(keyOf(failure))) this.#tell(failure);
    await this.#reports;
    this.#progress.clear();
    return this.#finish(result);
  }

  #tell(failure: Failure): void {
    this.#told.add(keyOf(failure));
    this.#reports = this.#reports.then(() => this.#report(failure));
  }

  async #report(failure: Failure): Promise<void> {
    const path = failure.path ?? (this.#flags.save ? await this.#save(failure) : undefined);
    if (path !== undefined) this.#files.set(keyOf(failure), path);
    const find = path === undefined ? undefined : { path, replay: this.#replayOf(path) };
    this.#progress.clear();
    this.#print(`${renderFailure(failure, find, this.#colors)}\n`);
  }

  /** Saves a find. Returns undefined if it can't be written; it is printed nevertheless. */
  async #save(failure: Failure): Promise<string | undefined> {
    try {
      return await saveFind(this.#flags.corpus, findOf(failure, this.#seed));
    } catch (error) {
      this.#saveErrors.push(errorText(error));
      return undefined;
    }
  }

  #replayOf(path: string): string {
    const { plain, verdicts } = plainOf(this.#flags);
    const how =
      plain === undefined ? '' : `--plain --input ${plain} ${verdicts === true ? '--verdicts ' : ''}`;
    return `dstack-conformance replay ${how}${shellWords([path])} -- ${shellWords(this.#command)}`;
  }

  #finish(result: FuzzResult): number {
    if (this.#flags.json === true) process.stdout.write(`${visibleJson(fuzzJson(result, this.#files))}\n`);
    else this.#print(renderFuzz(result, this.#files, this.#colors));
    if (result.defect !== undefined) process.stderr.write(visibleLines(describeDefect(result.defect)));
    for (const error of new Set(this.#saveErrors)) complain(`a find could not be saved: ${error}`);
    return result.exitCode === 0 && this.#saveErrors.length > 0 ? EXIT_USAGE : result.exitCode;
  }

  #print(text: string): void {
    if (this.#flags.json !== true) printReport(text);
  }
}

function optionsOf(flags: FuzzFlags): Omit<FuzzOptions, 'edition' | 'command' | 'seed'> {
  const { cases, fields, topic, level, shard, maxFailures, maxRestarts, require: required } = flags;
  return {
    limit:
      cases === undefined
        ? { kind: 'time', ms: (flags.for ?? DEFAULT_SECONDS) * 1000 }
        : { kind: 'cases', count: cases },
    ...plainOf(flags),
    jobs: flags.jobs,
    timeoutMs: flags.timeout * 1000,
    startupTimeoutMs: flags.startupTimeout * 1000,
    ...(fields === undefined ? {} : { fields }),
    ...(topic === undefined ? {} : { topic }),
    ...(level === undefined ? {} : { level }),
    ...(shard === undefined ? {} : { shard }),
    ...(maxFailures === undefined ? {} : { maxFailures }),
    ...(maxRestarts === undefined ? {} : { maxRestarts }),
    ...(required === undefined ? {} : { require: required }),
  };
}
