import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import { exercisedBy } from '../case/generated-cases.ts';
import { isFailure, type CaseResult, type Outcome } from './outcome.ts';
import { levelOfCase } from '../case/topic.ts';

export type Counts = Record<Outcome['kind'], number>;

export interface Score {
  hit: number;
  of: number;
}

/** The sums over the results of a run. */
export interface Tally {
  readonly counts: Counts;
  /** Crashes, hangs and protocol errors are documented failures, whatever the case is about. */
  readonly failures: { documented: number; observed: number };
  /** Cases that the implementation does not support, by the level of their requirements. */
  readonly unsupported: { documented: number; observed: number };
  /** Accepted answers that were the normal form itself, and rejections that named a violated place. */
  readonly scores: { readonly canonical: Score; readonly paths: Score };
  readonly exercised: Set<RequirementId>;
  /** The requirements of cases that the implementation does not support. */
  readonly declined: Set<RequirementId>;
  nondeterministic: number;
}

export function emptyTally(): Tally {
  return {
    counts: { pass: 0, fail: 0, crash: 0, hang: 0, 'protocol-error': 0, unsupported: 0, 'not-run': 0 },
    failures: { documented: 0, observed: 0 },
    unsupported: { documented: 0, observed: 0 },
    scores: { canonical: { hit: 0, of: 0 }, paths: { hit: 0, of: 0 } },
    exercised: new Set(),
    declined: new Set(),
    nondeterministic: 0,
  };
}

/** Adds one result. */
export function count(tally: Tally, { test, outcome, nondeterministic }: CaseResult): void {
  tally.counts[outcome.kind] += 1;
  if (nondeterministic !== undefined) tally.nondeterministic += 1;
  if (outcome.kind === 'not-run') return;
  if (outcome.kind === 'unsupported') {
    tally.unsupported[levelOfCase(test)] += 1;
    for (const id of exercisedBy(test)) tally.declined.add(id);
    return;
  }
  for (const id of exercisedBy(test)) tally.exercised.add(id);
  if (isFailure(outcome)) tally.failures[outcome.kind === 'fail' ? outcome.level : 'documented'] += 1;
  if (outcome.kind !== 'pass') return;
  if (outcome.canonical !== undefined) score(tally.scores.canonical, outcome.canonical);
  if (outcome.path !== undefined) score(tally.scores.paths, outcome.path === 'hit');
}

function score(score: Score, isHit: boolean): void {
  score.of += 1;
  if (isHit) score.hit += 1;
}

/** Adds up the sums of several runs. */
export function addTallies(tallies: readonly Tally[]): Tally {
  const sum = emptyTally();
  for (const tally of tallies) {
    addNumbers(sum.counts, tally.counts);
    addNumbers(sum.failures, tally.failures);
    addNumbers(sum.unsupported, tally.unsupported);
    addNumbers(sum.scores.canonical, tally.scores.canonical);
    addNumbers(sum.scores.paths, tally.scores.paths);
    for (const id of tally.exercised) sum.exercised.add(id);
    for (const id of tally.declined) sum.declined.add(id);
    sum.nondeterministic += tally.nondeterministic;
  }
  return sum;
}

function addNumbers<Key extends string>(sum: Record<Key, number>, more: Readonly<Record<Key, number>>): void {
  for (const key in more) sum[key] += more[key];
}
