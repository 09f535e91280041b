import type { LogBaselineEntry, LogListed, LogStaleEntry } from '../../spec/generated/event-log.ts';
import type { TestCase } from '../case/case.ts';
import type { CaseResult } from '../judge/outcome.ts';
import { entryText, type Baseline, type BaselineEntry } from './baseline-file.ts';
import { BaselineMatcher } from './baseline.ts';

/** The failures that a baseline lists, as a run and its log need them. */
export interface KnownFailures {
  readonly file: string;
  /** Returns the mark for the line of a failure, or undefined if nothing lists it. */
  readonly match: (result: CaseResult) => LogListed | undefined;
  /** Takes note of a case of the corpus, asked or not. `isHere` is false for a case of another shard. */
  readonly made: (test: TestCase, isHere: boolean) => void;
  /** Takes note of a result. */
  readonly settled: (result: CaseResult) => void;
  /**
   * Returns the entries that should be deleted, as far as this shard tells. `isWhole` is true for a run that went
   * through the whole corpus.
   */
  readonly stale: (isWhole: boolean) => readonly LogStaleEntry[];
  /** Returns the flaky entries that nothing matched in this run. */
  readonly neverFailed: () => readonly LogBaselineEntry[];
}

export function knownFailuresOf(baseline: Baseline): KnownFailures {
  const matcher = new BaselineMatcher(baseline);
  return {
    file: baseline.file,
    match: (result) => {
      const { entries, open } = matcher.match(result);
      return entries.length > 0 && open.length === 0 ? markOf(entries) : undefined;
    },
    made: (test, isHere) => {
      matcher.made(test, isHere);
    },
    settled: (result) => {
      matcher.settled(result);
    },
    stale: (isWhole) => matcher.stale(isWhole).map(({ entry, why }) => ({ ...loggedEntry(entry), why })),
    neverFailed: () => matcher.neverFailed().map(loggedEntry),
  };
}

/** Returns the mark of a failure that these entries list together, with the reasons of all of them. */
function markOf(entries: readonly BaselineEntry[]): LogListed {
  const reasons = new Set(entries.map(({ reason }) => reason.trim()));
  const links = new Set(entries.flatMap(({ link }) => link ?? []));
  return {
    reason: [...reasons].join('; '),
    link: links.size === 0 ? null : [...links].join(' '),
    ...(entries.some(({ flaky }) => flaky) ? { flaky: true } : {}),
  };
}

function loggedEntry(entry: BaselineEntry): LogBaselineEntry {
  return { line: entry.line, entry: entryText(entry) };
}
