/** The limits of a search. */
export interface ShrinkBudget {
  /** The greatest number of candidates that are tried. */
  readonly tries: number;
  readonly isOver: () => boolean;
}

export interface Shrunk<Candidate, Proof> {
  readonly smallest: Candidate;
  /** The proof that the smallest value still fails. */
  readonly proof: Proof;
  readonly tries: number;
  /** False if the budget was used up before the smallest value was reached. */
  readonly finished: boolean;
}

/**
 * Replaces a failing value by a simpler one that fails in the same way, until no simpler value does. `simpler`
 * generates candidates, the boldest first, each simpler by a measure that can't fall for ever. `proves` returns the
 * proof that a candidate fails in the same way, or undefined.
 */
export async function shrink<Candidate, Proof>(
  start: Candidate,
  proof: Proof,
  simpler: (candidate: Candidate) => Iterable<Candidate>,
  proves: (candidate: Candidate, best: Candidate) => Promise<Proof | undefined>,
  budget: ShrinkBudget,
): Promise<Shrunk<Candidate, Proof>> {
  let best = { smallest: start, proof };
  let tries = 0;
  for (;;) {
    let next: typeof best | undefined;
    for (const candidate of simpler(best.smallest)) {
      if (tries >= budget.tries || budget.isOver()) return { ...best, tries, finished: false };
      tries += 1;
      const found = await proves(candidate, best.smallest);
      if (found === undefined) continue;
      next = { smallest: candidate, proof: found };
      break;
    }
    if (next === undefined) return { ...best, tries, finished: true };
    best = next;
  }
}
