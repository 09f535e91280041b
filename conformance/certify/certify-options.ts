import type { RequirementId } from '../../spec/generated/levels.ts';
import type { InputKind } from '../../spec/generated/protocol.ts';
import type { Baseline } from '../baseline/baseline-file.ts';
import type { TestCase } from '../case/case.ts';
import type { RequiredGrade } from '../judge/grade.ts';
import type { CaseResult } from '../judge/outcome.ts';
import type { Filter } from '../case/topic.ts';

/** How to certify a program. */
export interface CertifyOptions extends CertifySettings {
  readonly command: readonly string[];
  /** Without an adapter: one process per case, given this kind of input. */
  readonly plain?: InputKind;
}

/** How to certify, whatever the implementation is. */
export interface CertifySettings {
  /** The whole corpus. What the implementation does not take, and what the filter leaves out, is not asked. */
  readonly cases: readonly TestCase[];
  /** Saved finds, asked before the corpus and not a part of it. */
  readonly finds?: readonly TestCase[];
  readonly filter?: Filter;
  readonly jobs?: number;
  readonly timeoutMs?: number;
  readonly startupTimeoutMs?: number;
  /** How often the program may be started again; by default as `defaultRestarts` says. */
  readonly maxRestarts?: number;
  readonly maxMessageBytes?: number;
  readonly baseline?: Baseline;
  /** The grade that the exit code asks for; `conformant` by default. A baseline decides the exit code instead. */
  readonly require?: RequiredGrade;
  /** Of generated cases. */
  readonly seed?: string;
  /** `known`: a test of the suite holds each of the generated cases against the other sources of truth. */
  readonly generated?: 'known' | 'new';
  /** What must be exercised for a full grade; all requirements by default. */
  readonly requirements?: readonly RequirementId[];
  /** Ends the run early, with what it has. */
  readonly signal?: AbortSignal;
  /** Hears each line of the event log, as text without a newline, as soon as it is known; of a case with its result. */
  readonly onLine?: (text: string, result?: CaseResult) => void;
  readonly onResult?: (result: CaseResult, done: number, total: number) => void;
}
