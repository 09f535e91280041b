import type { RequirementId } from '../../../spec/generated/levels.ts';
import type { FaultKind } from '../../protocol/fault.ts';
import type { Outcome } from '../../judge/outcome.ts';

export type OutcomeKind = Outcome['kind'];

/** A wrong implementation, and what the harness must say of it. */
export interface Row {
  readonly name: string;
  /** What is wrong, in one sentence; of a program that must pass, what is odd. */
  readonly wrong: string;
  readonly mode: 'protocol' | 'plain';
  /**
   * Every example of every requirement; `default`: all that `certify` asks by default; or the cases of cases.ts: twenty,
   * the first two, twenty-three, the four for plain mode.
   */
  readonly cases: 'examples' | 'default' | 'twenty' | 'two' | 'with-yaml' | 'plain';
  /** Shown by an example alone, so that `fuzz --cases 10000` is not asked to find it. */
  readonly isRare?: true;
  /** In place of the parametrised program. */
  readonly command?: readonly string[];
  readonly expected: ExpectedRun;
}

export interface ExpectedRun {
  readonly grade: 'drop-in' | 'conformant' | 'non-conformant' | 'incomplete';
  readonly exitCode: 0 | 1 | 3;
  /** How many cases end how; what is left out ends so for none. Absent where only requirements matter. */
  readonly counts?: Partial<Record<OutcomeKind, number>>;
  /** The only cases that don't pass. Absent where there are too many to name. */
  readonly culprits?: readonly string[];
  /** How many fail, and answer something else when they are asked again; 0 if absent. */
  readonly nondeterministic?: number | 'any';
  /** The codes of all faults that are named, be it of cases or of the run. */
  readonly faults?: readonly RunFaultKind[];
  /** Every one of these is named by some failure, */
  readonly breaks?: readonly RequirementId[];
  /** and every failure names one of them, or of these, which the same values exercise. */
  readonly touches?: readonly RequirementId[] | 'anything';
}

export type RunFaultKind = FaultKind | 'crash' | 'hang';

/** The command line of a row's program; `program` is program.ts, or a bundle of it. */
export function commandOf(row: Row, program: readonly string[]): readonly string[] {
  return row.command ?? [...program, '--fault', row.name];
}
