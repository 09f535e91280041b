import type { TestCase } from '../case/case.ts';
import type { CaseResult } from '../judge/outcome.ts';

/** Asks a program one case at a time, beside a run. */
export interface Asker {
  /** Why nothing more is asked; undefined while it is. */
  readonly stopped: string | undefined;
  /** After the answer it may listen for `settleMs` more, for what follows it. Undefined when it is stopped. */
  ask(test: TestCase, settleMs: number): Promise<CaseResult | undefined>;
  close(): Promise<void>;
}
