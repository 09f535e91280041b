import type { LogListed, LogStaleEntry } from '../../spec/generated/event-log.ts';
import type { TestCase } from '../case/case.ts';
import type { CaseResult } from '../judge/outcome.ts';
import type { Baseline } from './baseline-file.ts';
import { BaselineMatcher } from './baseline.ts';

/** The failures that a baseline lists, as a run and its log need them. */
export interface KnownFailures {
  readonly file: string;
  /** Returns the mark for the line of a failure, or undefined if nothing lists it. */
  readonly match: (result: CaseResult) => LogListed | undefined;
  /** Returns the entries that should be deleted. */
  readonly stale: (corpus: readonly TestCase[], results: readonly CaseResult[]) => readonly LogStaleEntry[];
}

export function knownFailuresOf(baseline: Baseline): KnownFailures {
  const matcher = new BaselineMatcher(baseline);
  return {
    file: baseline.file,
    match: (result) => {
      const entry = matcher.match(result);
      return entry && { reason: entry.reason, link: entry.link };
    },
    stale: (corpus, results) =>
      matcher.stale(corpus, results).map(({ entry, why }) => ({
        line: entry.line,
        entry: `${entry.target.kind} ${entry.target.name}: ${entry.outcome}`,
        why,
      })),
  };
}
