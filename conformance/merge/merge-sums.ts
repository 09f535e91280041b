import type { LogBaselineEntry } from '../../spec/generated/event-log.ts';
import type { BaselineSums, RunSums } from '../certify/run-sums.ts';
import { addTallies } from '../judge/tally.ts';

/** The sums of all shards of a run that there are. */
export type SumsOfShards = readonly [RunSums, ...RunSums[]];

/**
 * Adds up the sums of the shards of a run. `gaps` says what is wrong with them, one sentence each; then they don't make
 * the whole run.
 */
export function mergeSums(shards: SumsOfShards, gaps: readonly string[]): RunSums {
  const isWhole = gaps.length === 0;
  // Each shard goes through the whole corpus, although it asks only a part of it.
  const { settings, corpus, coverage } = shards.find(({ corpus: { whole } }) => whole) ?? shards[0];
  const whole = { ...settings };
  delete whole.shard;
  return {
    settings: whole,
    tally: addTallies(shards.map(({ tally }) => tally)),
    coverage,
    corpus: { ...corpus, whole: corpus.whole && isWhole },
    faults: sum(shards.map(({ faults }) => faults)),
    restarts: sum(shards.map(({ restarts }) => restarts)),
    notes: [...new Set(shards.flatMap(({ notes }) => notes))],
    stopped: isWhole ? undefined : gaps.join('; '),
    interrupted: false,
    baseline: mergeBaselines(
      shards.flatMap(({ baseline }) => baseline ?? []),
      isWhole,
    ),
  };
}

/** An entry is stale if no shard needs it. Nobody knows what a shard that is missing needs. */
function mergeBaselines(shards: readonly BaselineSums[], isWhole: boolean): BaselineSums | undefined {
  const [first] = shards;
  if (first === undefined) return undefined;
  return {
    file: first.file,
    listed: sum(shards.map(({ listed }) => listed)),
    unlisted: sum(shards.map(({ unlisted }) => unlisted)),
    flaky: sum(shards.map(({ flaky }) => flaky)),
    unused: isWhole ? inAll(shards.map(({ unused }) => unused)) : [],
    neverFailed: isWhole ? inAll(shards.map(({ neverFailed }) => neverFailed)) : [],
  };
}

/** Returns the entries that are in all of these lists. */
function inAll<Entry extends LogBaselineEntry>([
  first = [],
  ...others
]: readonly (readonly Entry[])[]): Entry[] {
  const keys = others.map((entries) => new Set(entries.map(keyOf)));
  return first.filter((entry) => keys.every((each) => each.has(keyOf(entry))));
}

function keyOf({ line, entry }: LogBaselineEntry): string {
  return `${line} ${entry}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
