import type { TestCase } from '../case/case.ts';
import type { CaseResult } from '../judge/outcome.ts';

/** Asks a program one case at a time, outside of a run. */
export interface Asker {
  /** The reason why no more cases are asked; undefined while cases are asked. */
  readonly stopped: string | undefined;
  /**
   * Asks a case. Afterwards it may listen for another `settleMs` milliseconds for output that follows the answer.
   * Returns undefined when the asker is stopped.
   */
  ask(test: TestCase, settleMs: number): Promise<CaseResult | undefined>;
  close(): Promise<void>;
}
