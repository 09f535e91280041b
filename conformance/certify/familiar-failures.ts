import type { CaseResult } from '../judge/outcome.ts';

/** A kind of failure that was confirmed this many times in a row needs no second question any more. */
const OFTEN = 200;

/**
 * Counts how often each kind of wrong answer was the same when its case was asked again. Once a program has answered
 * differently, all its failures are asked again.
 */
export class FamiliarFailures {
  readonly #counts = new Map<string, number>();
  #isSteady = true;

  /** Adds a reported result. */
  add(result: CaseResult): void {
    if (result.nondeterministic !== undefined) this.#isSteady = false;
    const kind = kindOf(result);
    if (kind !== undefined) this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1);
  }

  has(result: CaseResult): boolean {
    const kind = kindOf(result);
    return this.#isSteady && kind !== undefined && (this.#counts.get(kind) ?? 0) >= OFTEN;
  }
}

/** Returns the kind of a wrong answer: the requirements of a wrong value, or the right verdict of a wrong one. */
function kindOf({ test, outcome }: CaseResult): string | undefined {
  if (outcome.kind !== 'fail') return undefined;
  return outcome.differences.length === 0 ? test.expected.kind : outcome.requirements.join(' ');
}
