import type { Level, RequirementId } from '../../spec/generated/levels.ts';
import type { TestCase } from '../case/case.ts';
import type { Exit } from '../process/child.ts';
import type { Fault } from '../protocol/fault.ts';

/** What became of one case. Only `pass` is a pass. */
export type Outcome = Pass | Fail | Crash | Hang | ProtocolError | Unsupported | NotRun;

export interface Pass {
  readonly kind: 'pass';
  /** Of an accepted answer: whether it was the normal form itself, and not another spelling of it. */
  readonly canonical?: boolean;
  /** Of a rejection: whether one of its paths is a violated place, or directly above or below one. */
  readonly path?: PathScore;
}

export type PathScore = 'hit' | 'miss' | 'none';

/** A wrong verdict or a wrong value. */
export interface Fail {
  readonly kind: 'fail';
  readonly level: Level;
  readonly message: string;
  /** What the answer breaks. */
  readonly requirements: readonly RequirementId[];
  /** Leaf by leaf where a value is wrong; empty for a wrong verdict. */
  readonly differences: readonly Difference[];
}

/**
 * One leaf that is wrong, or that the answer leaves out although the expected normal form has a value there.
 * `path` points into the normal form; the values are JSON text, absent where there is
 * nothing.
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
  /** The end of what it wrote on standard error meanwhile; only with a failure. */
  readonly stderr?: string;
  /** It was asked twice; this is what the second outcome was instead. */
  readonly nondeterministic?: string;
}

export type Received =
  /** Byte for byte what was expected. */
  | { readonly kind: 'same' }
  /** The text of a result, such as `{"rejected":[]}`. */
  | { readonly kind: 'result'; readonly json: string }
  /** Anything else that came. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'nothing' };

/** Something wrong that no single case reproduces: it counts against the whole run. */
export interface RunFault {
  readonly kind: Fault['kind'] | 'crash' | 'hang';
  readonly message: string;
  /** What was in flight. */
  readonly cases: readonly string[];
  readonly stderr?: string;
}

/** A failure is what counts against an implementation; `unsupported` and `not-run` count as gaps. */
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

/** Whether two failures of the same case are the same failure: what may differ between runs, such as a pid, does not count. */
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

/** An outcome in a few words. */
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
