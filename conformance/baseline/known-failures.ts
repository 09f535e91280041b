import type { LogListed, LogStaleEntry } from '../../spec/generated/event-log.ts';
import type { TestCase } from '../case/case.ts';
import type { CaseResult } from '../judge/outcome.ts';
import { entryText, type Baseline } from './baseline-file.ts';
import { BaselineMatcher } from './baseline.ts';

/** The failures that a baseline lists, as a run and its log need them. */
export interface KnownFailures {
  readonly file: string;
  /** Returns the mark for the line of a failure, or undefined if nothing lists it. */
  readonly match: (result: CaseResult) => LogListed | undefined;
  /** Takes note of a case of the corpus, asked or not. */
  readonly made: (test: TestCase) => void;
  /** Takes note of a result. */
  readonly settled: (result: CaseResult) => void;
  /** Returns the entries that should be deleted. `isWhole` is true for a run that went through the whole corpus. */
  readonly stale: (isWhole: boolean) => readonly LogStaleEntry[];
}

export function knownFailuresOf(baseline: Baseline): KnownFailures {
  const matcher = new BaselineMatcher(baseline);
  return {
    file: baseline.file,
    match: (result) => {
      const entry = matcher.match(result);
      return entry && { reason: entry.reason, link: entry.link };
    },
    made: (test) => {
      matcher.made(test);
    },
    settled: (result) => {
      matcher.settled(result);
    },
    stale: (isWhole) =>
      matcher.stale(isWhole).map(({ entry, why }) => ({
        line: entry.line,
        entry: entryText(entry),
        why,
      })),
  };
}
