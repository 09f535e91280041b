import type { Level } from '../../spec/edition.ts';
import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import type { TestCase } from '../case/case.ts';
import type { Exit } from '../process/exit.ts';
import type { Fault } from '../protocol/fault.ts';

/** The outcome of one case. Only `pass` is a pass. */
export type Outcome = Pass | Fail | Crash | Hang | ProtocolError | Unsupported | NotRun;

export interface Pass {
  readonly kind: 'pass';
  /** For an accepted answer: true if it was the normal form itself, and not another spelling of it. */
  readonly canonical?: boolean;
  /** For a rejection: whether one of its paths is a violated place, or directly above or below one. */
  readonly path?: PathScore;
}

export type PathScore = 'hit' | 'miss' | 'none';

/** A wrong verdict or a wrong value. */
export interface Fail {
  readonly kind: 'fail';
  readonly level: Level;
  readonly message: string;
  /** The requirements that the answer breaks. */
  readonly requirements: readonly RequirementId[];
  /** The differing leaves if a value is wrong; empty for a wrong verdict. */
  readonly differences: readonly Difference[];
}

/**
 * One leaf that is wrong, or that the answer leaves out although the expected normal form has a value there. `path`
 * points into the normal form. The values are JSON text, and absent where there is none.
 */
export interface Difference {
  readonly kind: 'wrong' | 'left-out';
  readonly path: string;
  readonly expected: string | undefined;
  readonly received: string | undefined;
  readonly level: Level;
  readonly requirements: readonly RequirementId[];
}

export interface Crash {
  readonly kind: 'crash';
  readonly exit: Exit;
  readonly message: string;
}

export interface Hang {
  readonly kind: 'hang';
  readonly message: string;
}

export interface ProtocolError {
  readonly kind: 'protocol-error';
  readonly fault: Fault;
}

export interface Unsupported {
  readonly kind: 'unsupported';
  readonly reason: string;
}

export interface NotRun {
  readonly kind: 'not-run';
  readonly reason: string;
}

/** A case with its outcome. */
export interface CaseResult {
  readonly test: TestCase;
  readonly outcome: Outcome;
  readonly received: Received;
  readonly durationMs: number;
  /** The end of standard error during the case. Only failures have it. */
  readonly stderr?: string;
  /** The different outcome when the case was asked a second time. */
  readonly nondeterministic?: string;
}

export type Received =
  /** The answer is byte for byte the expected one. */
  | { readonly kind: 'same' }
  /** The text of a result, such as `{"rejected":[]}`. */
  | { readonly kind: 'result'; readonly json: string }
  /** Any other output. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'nothing' };

/** A fault that no single case reproduces. It counts against the whole run. */
export interface RunFault {
  readonly kind: Fault['kind'] | 'crash' | 'hang';
  readonly message: string;
  /** The cases that were in flight. */
  readonly cases: readonly string[];
  readonly stderr?: string;
}

/** Returns whether an outcome counts against an implementation. `unsupported` and `not-run` are gaps, not failures. */
export function isFailure(outcome: Outcome): outcome is Fail | Crash | Hang | ProtocolError {
  switch (outcome.kind) {
    case 'fail':
    case 'crash':
    case 'hang':
    case 'protocol-error':
      return true;
    case 'pass':
    case 'unsupported':
    case 'not-run':
      return false;
  }
}

/** Returns whether a baseline can list an outcome: a failure, or that the implementation can't tell. */
export function isListable(outcome: Outcome): outcome is Fail | Crash | Hang | ProtocolError | Unsupported {
  return outcome.kind === 'unsupported' || isFailure(outcome);
}

/**
 * Returns whether two failures of the same case are the same failure. Details that may differ between runs, such as a
 * pid, are ignored.
 */
export function isSameOutcome(one: Outcome, other: Outcome): boolean {
  return essenceOf(one) === essenceOf(other);
}

function essenceOf(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'fail':
      return JSON.stringify([
        outcome.kind,
        outcome.differences.map(({ path, received }) => [path, received]),
      ]);
    case 'protocol-error':
      return `${outcome.kind} ${outcome.fault.kind}`;
    case 'pass':
    case 'crash':
    case 'hang':
    case 'unsupported':
    case 'not-run':
      return outcome.kind;
  }
}

/** Describes an outcome in a few words. */
export function describeOutcome(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'pass':
      return 'pass';
    case 'fail':
    case 'crash':
    case 'hang':
      return `${outcome.kind}: ${outcome.message}`;
    case 'protocol-error':
      return `${outcome.kind}: ${outcome.fault.message}`;
    case 'unsupported':
    case 'not-run':
      return `${outcome.kind}: ${outcome.reason}`;
  }
}
