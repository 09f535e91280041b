import { describeOutcome, isSameOutcome, type CaseResult } from '../judge/outcome.ts';

/** Returns the second result if it is the same failure, or else the first result with the second outcome beside it. */
export function confirmed(first: CaseResult, second: CaseResult): CaseResult {
  if (isSameOutcome(first.outcome, second.outcome)) return second;
  const stderr = first.stderr ?? second.stderr;
  return {
    ...first,
    nondeterministic: describeOutcome(second.outcome),
    ...(stderr === undefined ? {} : { stderr }),
  };
}
