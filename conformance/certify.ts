import { randomUUID } from 'node:crypto';
import { LEVELS, type RequirementId } from '../spec/generated/levels.ts';
import type { FaultLine, FooterLine, HeaderLine, LogLine } from '../spec/generated/event-log.ts';
import type { InputKind } from '../spec/generated/protocol.ts';
import { findRequirement } from '../spec/catalogue.ts';
import type { Baseline } from './baseline-file.ts';
import { BaselineMatcher } from './baseline.ts';
import { corpusDigest, type TestCase } from './case.ts';
import type { Grade } from './grade.ts';
import type { CaseResult, RunFault } from './outcome.ts';

export interface CertifyOptions {
  readonly command: readonly string[];
  /** The whole corpus. What the implementation does not take, and what the filter leaves out, is not asked. */
  readonly cases: readonly TestCase[];
  /** Without an adapter: one process per case, given this kind of input. */
  readonly plain?: InputKind;
  readonly filter?: Filter;
  readonly jobs?: number;
  readonly timeoutMs?: number;
  readonly startupTimeoutMs?: number;
  /** How often the program may be started again; the default grows with the number of cases. */
  readonly maxRestarts?: number;
  readonly maxMessageBytes?: number;
  readonly baseline?: Baseline;
  /** Of generated cases. */
  readonly seed?: string;
  /** What must be exercised for a full grade; all requirements by default. */
  readonly requirements?: readonly RequirementId[];
  readonly signal?: AbortSignal;
  /** Hears each line of the event log, as text without a newline, as soon as it is known. */
  readonly onLine?: (text: string) => void;
  /** Hears of each result. */
  readonly onResult?: (result: CaseResult, done: number, total: number) => void;
}
