import type { TestCase } from '../case/case.ts';
import type { Level } from '../../spec/edition.ts';
import type { InputKind } from '../../spec/generated/protocol.ts';
import type { SavedFind } from '../corpus/corpus.ts';
import type { Edition } from '../edition.ts';
import type { Grade, RequiredGrade } from '../judge/grade.ts';
import type { CaseResult, RunFault } from '../judge/outcome.ts';
import type { Tally } from '../judge/tally.ts';
import type { Introduction } from '../protocol/handshake.ts';
import type { Shard } from '../shard/shard.ts';
import type { SuiteDefect } from '../soundness/suite-defect.ts';
import type { Failure } from './failure.ts';

/** The options for fuzzing a program. */
export interface FuzzOptions extends FuzzSettings {
  readonly command: readonly string[];
  /** If set, the program has no adapter: each case gets a process of its own, with this kind of input. */
  readonly plain?: InputKind;
  /** If set, only the exit codes of a plain program count. */
  readonly verdicts?: boolean;
}

/** The options for fuzzing any implementation. */
export interface FuzzSettings {
  readonly edition: Edition;
  /** An integer of 32 bits. The same seed asks the same program the same cases. */
  readonly seed: number;
  readonly limit: FuzzLimit;
  /** Saved finds, which are asked first. */
  readonly corpus?: readonly SavedFind[];
  /**
   * Returns the questions with these kinds of input that `seed` gives, if the caller has made and checked them already.
   */
  readonly known?: (inputs: readonly InputKind[]) => Iterable<TestCase>;
  /** The names of the fields that are fuzzed, whatever the implementation declares. */
  readonly fields?: readonly string[];
  readonly topic?: string;
  /**
   * The part of the generated cases that is asked; all by default. A number of cases as the limit is that of all parts.
   * Saved finds are asked in every part, because they tell failures that are known from new ones.
   */
  readonly shard?: Shard;
  readonly level?: Level;
  /** The run ends after this many distinct failures. */
  readonly maxFailures?: number;
  readonly jobs?: number;
  readonly timeoutMs?: number;
  readonly startupTimeoutMs?: number;
  readonly maxRestarts?: number;
  /** The grade that the exit code asks for; `conformant` by default. */
  readonly require?: RequiredGrade;
  /** Aborting this signal ends the run early and keeps the results so far. */
  readonly signal?: AbortSignal;
  readonly onStart?: (introduction: Introduction) => void;
  readonly onResult?: (result: CaseResult, progress: FuzzProgress) => void;
  /** Called for each distinct failure, after it was shrunk. */
  readonly onFailure?: (failure: Failure) => void;
  readonly onFault?: (fault: RunFault) => void;
}

/** The limit of a run: milliseconds, including those for shrinking, or a number of generated cases. */
export type FuzzLimit =
  { readonly kind: 'time'; readonly ms: number } | { readonly kind: 'cases'; readonly count: number };

export interface FuzzProgress {
  readonly edition: Edition;
  readonly asked: number;
  /** Number of failed cases, and of distinct failures so far. */
  readonly failed: number;
  readonly found: number;
  readonly tally: Tally;
  /** A time of performance.now(). */
  readonly startedAt: number;
}

export interface FuzzResult {
  readonly edition: Edition;
  readonly seed: number;
  /** The part of the cases that was asked, if not all were. */
  readonly shard?: Shard;
  readonly grade: Grade;
  /** The exit code: 0 no documented failure, 1 a documented failure, 3 something could not run, 130 interrupted. */
  readonly exitCode: number;
  readonly reasons: readonly string[];
  /** The reason why the run ended before its limit. */
  readonly diagnosis: string | undefined;
  readonly introduction: Introduction | undefined;
  /** Number of generated cases that were asked. */
  readonly asked: number;
  readonly tally: Tally;
  readonly failures: readonly Failure[];
  /** Number of failed cases that were not distinguished, because there were too many kinds. */
  readonly uncounted: number;
  /** Faults that no single case reproduces. At most the first twenty are kept. */
  readonly faults: readonly RunFault[];
  readonly notes: readonly string[];
  /** The digest of the generated cases in the order in which they were asked. Equal seeds give equal digests. */
  readonly digest: string;
  readonly defect: SuiteDefect | undefined;
  readonly ms: number;
}
