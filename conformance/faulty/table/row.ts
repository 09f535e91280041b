import type { RequirementId } from '../../../spec/generated/requirement-ids.ts';
import type { FaultKind } from '../../protocol/fault.ts';
import type { Outcome } from '../../judge/outcome.ts';

export type OutcomeKind = Outcome['kind'];

/** A wrong implementation, and the report that the harness must give about it. */
export interface Row {
  readonly name: string;
  /** The fault in one sentence. For a program that must pass, the sentence says what is odd. */
  readonly wrong: string;
  readonly mode: 'protocol' | 'plain';
  /**
   * The cases that are asked: every example of every requirement, the default of `certify`, or those of cases.ts:
   * twenty, the first two, twenty-three with YAML, or the four for plain mode.
   */
  readonly cases: 'examples' | 'default' | 'twenty' | 'two' | 'with-yaml' | 'plain';
  /** In plain mode: present if only the exit codes count. */
  readonly answers?: 'verdicts';
  /** Only an example shows the fault, so `fuzz --cases 10000` is not asked to find it. */
  readonly isRare?: true;
  /** It leaves a question without an answer although its fault has another name, so it is waited for only shortly. */
  readonly fallsSilent?: true;
  /** A command in place of the parametrised program. */
  readonly command?: readonly string[];
  readonly expected: ExpectedRun;
}

export interface ExpectedRun {
  readonly grade: 'drop-in' | 'conformant' | 'non-conformant' | 'incomplete';
  readonly exitCode: 0 | 1 | 3;
  /** The number of cases by outcome. An outcome that is left out must not occur. Absent if only requirements matter. */
  readonly counts?: Partial<Record<OutcomeKind, number>>;
  /** The only cases that don't pass. Absent if there are too many to name. */
  readonly culprits?: readonly string[];
  /** The number of failures with a different second outcome; 0 if absent. */
  readonly nondeterministic?: number | 'any';
  /** The codes of all reported faults, of cases or of the run. */
  readonly faults?: readonly RunFaultKind[];
  /** Each of these requirements must be named by some failure. */
  readonly breaks?: readonly RequirementId[];
  /** Each failure must name a requirement of `breaks`, or one of these, which the same values exercise. */
  readonly touches?: readonly RequirementId[] | 'anything';
}

export type RunFaultKind = FaultKind | 'crash' | 'hang';

/** Returns the command line of a row's program. `program` is program.ts, or a bundle of it. */
export function commandOf(row: Row, program: readonly string[]): readonly string[] {
  return row.command ?? [...program, '--fault', row.name];
}
