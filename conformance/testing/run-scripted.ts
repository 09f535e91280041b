import { randomUUID } from 'node:crypto';
import type { TestCase } from '../case/case.ts';
import type { CaseResult, RunFault } from '../judge/outcome.ts';
import type { RunnerSettings } from '../runner/run.ts';
import { runCases, type RunEnd } from '../runner/runner.ts';

export interface Recorded {
  readonly end: RunEnd;
  readonly results: readonly CaseResult[];
  readonly faults: readonly RunFault[];
  readonly notes: readonly string[];
  readonly run: string;
}

/** Returns settings for small tests: short timeouts, and no limit that a test does not set. */
export function settingsFor(
  command: readonly string[],
  changes: Partial<RunnerSettings> = {},
): RunnerSettings {
  return {
    command,
    jobs: 1,
    run: randomUUID(),
    suite: { name: 'dstack-conformance', version: 'test' },
    spec: 'test',
    fields: [],
    timeoutMs: 2000,
    startupTimeoutMs: 10_000,
    maxMessageBytes: 1_000_000,
    maxWindow: 1024,
    maxCharsInFlight: 1_000_000,
    signal: new AbortController().signal,
    ...changes,
  };
}

/** Runs cases and records all events of the runner. */
export async function record(
  settings: RunnerSettings,
  cases: Iterable<TestCase>,
  maxRestarts = 100,
): Promise<Recorded> {
  const results: CaseResult[] = [];
  const faults: RunFault[] = [];
  const notes: string[] = [];
  const end = await runCases(settings, {
    started: () => ({ cases, maxRestarts }),
    result: (result) => results.push(result),
    fault: (fault) => faults.push(fault),
    note: (note) => notes.push(note),
  });
  return { end, results, faults, notes, run: settings.run };
}
