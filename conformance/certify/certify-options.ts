import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import type { InputKind } from '../../spec/generated/protocol.ts';
import type { Baseline } from '../baseline/baseline-file.ts';
import type { Edition } from '../edition.ts';
import type { TestCase } from '../case/case.ts';
import type { Corpus } from '../case/suite-cases.ts';
import type { RequiredGrade } from '../judge/grade.ts';
import type { CaseResult } from '../judge/outcome.ts';
import type { Filter } from '../case/topic.ts';
import type { Shard } from '../shard/shard.ts';
import type { CaseSource } from './case-source.ts';

/** The options for certifying a program. */
export interface CertifyOptions extends CertifySettings {
  readonly command: readonly string[];
  /** If set, the program has no adapter: each case gets a process of its own, with this kind of input. */
  readonly plain?: InputKind;
  /** If set, only the exit codes of a plain program count. */
  readonly verdicts?: boolean;
}

/** The options for certifying any implementation. */
export interface CertifySettings {
  /** The edition that is certified. All cases are of this edition. */
  readonly edition: Edition;
  /**
   * The whole corpus. Cases that the implementation does not take, or that the filter excludes, are not asked. Cases
   * are taken when they are due, and not kept.
   */
  readonly cases: Corpus;
  /**
   * Makes the corpus of an edition of which an implementation declared some fields. Without it, `cases` are asked
   * whatever is declared.
   */
  readonly corpusOf?: (edition: Edition) => Corpus;
  /**
   * Returns what is certified instead, if an implementation answers for these editions alone. Without it, and if it
   * returns nothing, the implementation is not asked.
   */
  readonly otherEdition?: (editions: readonly string[]) => Promise<OtherEdition | undefined>;
  /** Saved finds, asked before the corpus and not a part of it. */
  readonly finds?: readonly TestCase[];
  /**
   * Gives the cases to ask from those of the run, and records results that are known already. By default, all are asked.
   */
  readonly asking?: (
    cases: CaseSource,
    record: (result: CaseResult) => void,
  ) => Iterable<TestCase | undefined>;
  /** The names of the fields that are certified, whatever the implementation declares. */
  readonly fields?: readonly string[];
  readonly filter?: Filter;
  /** If set, only this part of the run is asked. Its grade is never that of the whole. */
  readonly shard?: Shard;
  readonly jobs?: number;
  readonly timeoutMs?: number;
  readonly startupTimeoutMs?: number;
  /** The number of allowed restarts. The default depends on the number of cases. */
  readonly maxRestarts?: number;
  readonly maxMessageBytes?: number;
  readonly baseline?: Baseline;
  /** The grade that the exit code asks for; `conformant` by default. A baseline decides the exit code instead. */
  readonly require?: RequiredGrade;
  /** The seed of the generated cases. */
  readonly seed?: string;
  /** `known` means that a test of the suite compares each of the generated cases with the other sources of truth. */
  readonly generated?: 'known' | 'new';
  /** The requirements that must be exercised for a full grade; all of the edition by default. */
  readonly requirements?: readonly RequirementId[];
  /** Aborting this signal ends the run early and keeps the results so far. */
  readonly signal?: AbortSignal;
  /**
   * Receives each line of the event log, as text without a newline, as soon as it is known. The line of a case comes
   * with its result.
   */
  readonly onLine?: (text: string, result?: CaseResult) => void;
  /** Receives each failure and each unsupported case that the baseline does not list, before `onResult`. */
  readonly onUnlisted?: (result: CaseResult) => void;
  /** Failures are asked once more in batches of this size, and only then reported. */
  readonly repeatBatch?: number;
  /** Receives each result. They are not kept. `share` is the part of the corpus that was gone through, from 0 to 1. */
  readonly onResult?: (result: CaseResult, done: number, share: number) => void;
}

/** The settings that depend on the edition. */
export type OtherEdition = Pick<
  CertifySettings,
  'edition' | 'cases' | 'corpusOf' | 'generated' | 'seed' | 'finds'
>;
