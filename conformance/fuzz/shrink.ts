/** How long to go on. */
export interface ShrinkBudget {
  /** How many candidates are tried at most. */
  readonly tries: number;
  readonly isOver: () => boolean;
}

export interface Shrunk<Candidate, Proof> {
  readonly smallest: Candidate;
  /** What shows that the smallest one still fails. */
  readonly proof: Proof;
  readonly tries: number;
  /** False where the budget was used up before the smallest one was reached. */
  readonly finished: boolean;
}

/**
 * Replaces what fails by something simpler that fails in the same way, until nothing simpler does. `simpler` gives
 * candidates, the boldest first, each simpler by a measure that can't fall for ever; `proves` shows that one fails
 * in the same way, or gives undefined.
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
