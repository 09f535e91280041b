import type { TestCase } from '../../case/case.ts';
import type { CaseSource } from '../../certify/case-source.ts';
import type { CaseResult } from '../../judge/outcome.ts';
import { AskedCases } from '../../verify/asked-cases.ts';
import { resultAgain } from '../../verify/judge-again.ts';
import type { LogText } from '../../verify/log-text.ts';
import type { RunOfHeader } from '../../verify/run-of-header.ts';
import { soundAnswer, soundLines } from '../../verify/sound-lines.ts';
import type { VerifiedLog } from '../../verify/verify-log.ts';
import type { Changes } from './changes.ts';

/** An earlier run, from its log. */
export interface EarlierRun extends VerifiedLog {
  readonly run: RunOfHeader;
  readonly text: LogText;
}

/** After this many cases that need not be asked, the others get their turn. */
const AT_ONCE = 100;

/** A run that asks the cases of an earlier run again. */
export interface AgainRun {
  /** The cases that the run chooses from, made anew. */
  readonly cases: CaseSource;
  /** Number of answers of the earlier run, from the first one on, that are known to be the same now. */
  readonly confirmed: number;
  /** Records a result that is known already. */
  readonly record: (result: CaseResult) => void;
  readonly changes: Changes;
}

/**
 * Gives the cases to ask again: in the order of the earlier log, and then those that an interrupted run did not get to.
 * Cases with confirmed answers are recorded instead.
 */
export function* askedAgain(
  { run, rows, text, sound, flaws }: EarlierRun,
  { cases, confirmed, record, changes }: AgainRun,
): Generator<TestCase | undefined, undefined> {
  const asked = new AskedCases(cases, { jobs: run.header.limits.jobs, rows });
  let known = 0;
  for (const { line, text: row } of soundLines(text, sound)) {
    const test = asked.take(line.case, line.requirements);
    const before = test && resultAgain(test, line, row);
    if (test === undefined || before === undefined || typeof before === 'string') continue;
    if (known < confirmed && soundAnswer(row) !== undefined) {
      known += 1;
      record(before);
      if (known % AT_ONCE === 0) yield undefined;
      continue;
    }
    if (before.outcome.kind !== 'not-run') changes.before(before);
    yield test;
  }
  // A log that is not what the suite writes may name a corpus of any size, so only the cases that it holds are asked.
  if (flaws.count === 0) yield* asked.rest();
}
