import type { TestCase } from '../case/case.ts';
import type { Outcome, RunFault } from '../judge/outcome.ts';
import type { Fault, FaultKind } from '../protocol/fault.ts';

/** Faults of an answer under a wrong id. */
const WRONG_IDS: ReadonlySet<FaultKind> = new Set(['unknown-id', 'unasked', 'repeated-id']);
/** At most this many are kept. */
const KEPT = 20;

/**
 * Second answers to cases that give only one when they are asked alone: one of the two was meant for another question.
 * They count against the run, unless a case turns out to answer under a wrong id, which explains them.
 */
export class SecondAnswers {
  readonly #kept: RunFault[] = [];
  #isExplained = false;

  add({ id }: TestCase, { kind, message }: Fault): void {
    if (this.#kept.length < KEPT)
      this.#kept.push({ kind, message: `${message}, the case ${id}`, cases: [id] });
  }

  /** Takes note of the outcome that a case is reported with. */
  reported(outcome: Outcome): void {
    if (outcome.kind === 'protocol-error' && WRONG_IDS.has(outcome.fault.kind)) this.#isExplained = true;
  }

  /** Returns those that nothing explains. */
  unexplained(): readonly RunFault[] {
    return this.#isExplained ? [] : this.#kept;
  }
}
