import { describeOutcome, isSameOutcome, type CaseResult } from '../judge/outcome.ts';

/** The second result where it is the same failure, else the first one with the second beside it. */
export function confirmed(first: CaseResult, second: CaseResult): CaseResult {
  if (isSameOutcome(first.outcome, second.outcome)) return second;
  const stderr = first.stderr ?? second.stderr;
  return {
    ...first,
    nondeterministic: describeOutcome(second.outcome),
    ...(stderr === undefined ? {} : { stderr }),
  };
}
